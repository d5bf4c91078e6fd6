import { explode, notMember, qualified, sorted, userSchema } from './sql.js'

/** Columns by name: their order is not compared, since no ALTER can change it. */
export const columns = [
  `SELECT 'column' AS kind,
          format('%I.%I.%I', n.nspname, c.relname, a.attname) AS id,
          jsonb_build_object(
            'type', format_type(a.atttypid, a.atttypmod),
            'collation', CASE WHEN a.attcollation <> t.typcollation THEN ${qualified('cn', 'co.collname')} END,
            'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
            'generated', CASE WHEN a.attgenerated <> '' THEN
                           pg_get_expr(d.adbin, d.adrelid) || CASE a.attgenerated WHEN 'v' THEN ' VIRTUAL'
                                                                                  ELSE ' STORED' END END,
            'not null', a.attnotnull,
            'identity', a.attidentity,
            'storage', a.attstorage,
            'compression', a.attcompression,
            'statistics', nullif(a.attstattarget, -1),
            -- What a server keeps for itself (15.20 and its like) is nobody's.
            'options', ${sorted(`array(SELECT o FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%')`)},
            'foreign options', ${sorted('a.attfdwoptions')},
            'not local', NOT a.attislocal,
            'inherited', nullif(a.attinhcount, 0),
            'acl', ${explode('a.attacl', 'c.relowner')}) AS attributes
     FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     LEFT JOIN pg_collation co ON co.oid = a.attcollation
     LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
      AND ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}`,
]
