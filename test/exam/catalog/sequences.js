import { acl, notMember, qualified, roleName, userSchema } from './sql.js'

/** Sequences, those of serial and identity columns too: parameters (as text: JSON has no 64 bits), not positions. */
export const sequences = [
  `SELECT 'sequence' AS kind,
          ${qualified('n', 'c.relname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('c.relowner')},
            'acl', ${acl('c.relacl', 's', 'c.relowner')},
            'persistence', nullif(c.relpersistence, 'p'),
            'type', format_type(s.seqtypid, NULL),
            'start', s.seqstart::text, 'increment', s.seqincrement::text,
            'minimum', s.seqmin::text, 'maximum', s.seqmax::text,
            'cache', s.seqcache::text, 'cycle', s.seqcycle,
            'owned by', (SELECT CASE d.deptype WHEN 'i' THEN 'identity ' ELSE '' END
                                  || format('%s.%I', d.refobjid::regclass, a.attname)
                           FROM pg_depend d
                           JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                            AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                            AND d.deptype IN ('a', 'i'))) AS attributes
     FROM pg_sequence s
     JOIN pg_class c ON c.oid = s.seqrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_class', 'c.oid')}`,
]
