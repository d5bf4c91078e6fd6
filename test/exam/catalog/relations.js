import { acl, notMember, qualified, roleName, sorted, userSchema } from './sql.js'

/** Tables, partitions, foreign tables, views and materialized views: all but their columns. */
export const relations = [
  `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized-view' WHEN 'f' THEN 'foreign-table'
                         ELSE 'table' END AS kind,
          ${qualified('n', 'c.relname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('c.relowner')},
            'acl', ${acl('c.relacl', 'r', 'c.relowner')},
            'persistence', nullif(c.relpersistence, 'p'),
            'options', ${sorted('c.reloptions')},
            'toast options', ${sorted('toast.reloptions')},
            'access method', am.amname,
            'tablespace', ts.spcname,
            'row security', c.relrowsecurity,
            'force row security', c.relforcerowsecurity,
            'replica identity', CASE WHEN c.relkind IN ('r', 'p') THEN nullif(c.relreplident, 'd') END,
            'of type', CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END,
            'partition key', pg_get_partkeydef(c.oid),
            'partition of', CASE WHEN c.relispartition THEN parents.names ->> 0 END,
            'bound', pg_get_expr(c.relpartbound, c.oid),
            'detach pending', parents.pending,
            'inherits', CASE WHEN NOT c.relispartition THEN parents.names END,
            'definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
            'unpopulated', NOT c.relispopulated,
            'server', quote_ident(s.srvname),
            'foreign options', ${sorted('f.ftoptions')}) AS attributes
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
     LEFT JOIN pg_am am ON am.oid = c.relam
     LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
     LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
     LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(i.inhparent::regclass::text ORDER BY i.inhseqno) AS names, bool_or(i.inhdetachpending) AS pending
         FROM pg_inherits i WHERE i.inhrelid = c.oid) parents ON true
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}`,
]
