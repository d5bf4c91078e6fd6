import { notMember, qualified, userSchema } from './sql.js'

/** All indexes, those behind constraints too: they have names, parents, storage and statistics of their own. */
export const indexes = [
  `SELECT 'index' AS kind,
          ${qualified('n', 'c.relname')} AS id,
          jsonb_build_object(
            'definition', pg_get_indexdef(c.oid),
            'tablespace', ts.spcname,
            'invalid', NOT i.indisvalid,
            'clustered', i.indisclustered,
            'replica identity', i.indisreplident,
            'parent', parent.inhparent::regclass::text,
            'statistics', (SELECT jsonb_object_agg(a.attnum, a.attstattarget) FROM pg_attribute a
                            WHERE a.attrelid = c.oid AND a.attstattarget >= 0)) AS attributes
     FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
     LEFT JOIN pg_inherits parent ON parent.inhrelid = c.oid
    WHERE ${userSchema('n')} AND ${notMember('pg_class', 'i.indrelid')} AND ${notMember('pg_class', 'c.oid')}`,
]
