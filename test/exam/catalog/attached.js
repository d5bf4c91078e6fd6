import { notMember, qualified, roleName, userSchema } from './sql.js'

/** What hangs on a table or a view: policies, triggers, rules; and the event triggers of the database. */
export const attached = [
  `SELECT 'policy' AS kind,
          format('%I on %s', p.polname, ${qualified('n', 'c.relname')}) AS id,
          jsonb_build_object(
            'command', p.polcmd,
            'restrictive', NOT p.polpermissive,
            'roles', (SELECT jsonb_agg(r ORDER BY r) FROM (
                        SELECT CASE o WHEN 0 THEN 'PUBLIC' ELSE ${roleName('o')} END AS r
                          FROM unnest(p.polroles) o) names),
            'using', pg_get_expr(p.polqual, p.polrelid),
            'check', pg_get_expr(p.polwithcheck, p.polrelid)) AS attributes
     FROM pg_policy p
     JOIN pg_class c ON c.oid = p.polrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}`,

  `SELECT 'trigger' AS kind,
          format('%I on %s', t.tgname, ${qualified('n', 'c.relname')}) AS id,
          jsonb_build_object(
            'definition', pg_get_triggerdef(t.oid),
            'enabled', nullif(t.tgenabled, 'O'),
            'inherited', t.tgparentid <> 0) AS attributes
     FROM pg_trigger t
     JOIN pg_class c ON c.oid = t.tgrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT t.tgisinternal AND ${userSchema('n')}
      AND ${notMember('pg_class', 'c.oid')} AND ${notMember('pg_trigger', 't.oid')}`,

  `SELECT 'rule' AS kind,
          format('%I on %s', r.rulename, ${qualified('n', 'c.relname')}) AS id,
          jsonb_build_object(
            'definition', pg_get_ruledef(r.oid),
            'enabled', nullif(r.ev_enabled, 'O')) AS attributes
     FROM pg_rewrite r
     JOIN pg_class c ON c.oid = r.ev_class
     JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE r.rulename <> '_RETURN' AND ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}`,

  `SELECT 'event-trigger' AS kind,
          quote_ident(e.evtname) AS id,
          jsonb_build_object(
            'owner', ${roleName('e.evtowner')},
            'event', e.evtevent,
            'function', e.evtfoid::regprocedure::text,
            'enabled', nullif(e.evtenabled, 'O'),
            'tags', (SELECT jsonb_agg(g ORDER BY g) FROM unnest(e.evttags) g)) AS attributes
     FROM pg_event_trigger e
    WHERE ${notMember('pg_event_trigger', 'e.oid')}`,
]
