import { field, notMember, qualified, userSchema } from './sql.js'

/**
 * Left out: the twins of a foreign key that PostgreSQL makes on the same table for each partition of the referenced one,
 * whose names it numbers as it goes; which index a foreign key leans on, and connoinherit of keys, that no DDL can set.
 */
export const constraints = [
  `SELECT 'constraint' AS kind,
          format('%I on %s', k.conname, ${qualified('n', 'c.relname')}) AS id,
          jsonb_build_object(
            'definition', pg_get_constraintdef(k.oid),
            'deferrable', k.condeferrable,
            'deferred', k.condeferred,
            'not valid', NOT k.convalidated,
            'not enforced', ${field('k', 'conenforced')} = 'false',
            'no inherit', k.contype IN ('c', 'n') AND k.connoinherit,
            'not local', NOT k.conislocal,
            'inherited', nullif(k.coninhcount, 0),
            'parent', quote_ident(p.conname) || ' on ' || p.conrelid::regclass,
            'triggers', (SELECT string_agg(DISTINCT t.tgenabled::text, '') FROM pg_trigger t
                          WHERE t.tgconstraint = k.oid AND t.tgisinternal AND t.tgenabled <> 'O')) AS attributes
     FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_constraint p ON p.oid = k.conparentid
    WHERE ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')} AND (p.oid IS NULL OR p.conrelid <> k.conrelid)`,

  `SELECT 'domain-constraint' AS kind,
          format('%I on %s', k.conname, ${qualified('n', 't.typname')}) AS id,
          jsonb_build_object(
            'definition', pg_get_constraintdef(k.oid),
            'not valid', NOT k.convalidated) AS attributes
     FROM pg_constraint k
     JOIN pg_type t ON t.oid = k.contypid
     JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_type', 't.oid')}`,
]
