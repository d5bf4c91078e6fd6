import { acl, field, firstUserOid, notMember, qualified, roleName, routine, userSchema } from './sql.js'

/** Kinds that need one query and have no better home. */
export const small = [
  `SELECT 'schema' AS kind,
          quote_ident(n.nspname) AS id,
          jsonb_build_object(
            'owner', ${roleName('n.nspowner')}, 'acl', ${acl('n.nspacl', 'n', 'n.nspowner')}) AS attributes
     FROM pg_namespace n
    WHERE ${userSchema('n')} AND ${notMember('pg_namespace', 'n.oid')}`,

  // Keys are stored by column number; sorted by name here, since the order of columns is not compared.
  `SELECT 'statistics' AS kind,
          ${qualified('n', 's.stxname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('s.stxowner')},
            'table', s.stxrelid::regclass::text,
            'kinds', (SELECT jsonb_agg(k ORDER BY k) FROM unnest(s.stxkind) k),
            'columns', (SELECT jsonb_agg(a.attname ORDER BY a.attname) FROM unnest(s.stxkeys::int2[]) k
                          JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = k),
            'expressions', (SELECT jsonb_agg(e ORDER BY e) FROM unnest(pg_get_statisticsobjdef_expressions(s.oid)) e),
            'target', nullif(s.stxstattarget, -1)) AS attributes
     FROM pg_statistic_ext s
     JOIN pg_namespace n ON n.oid = s.stxnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_statistic_ext', 's.oid')}`,

  `SELECT 'collation' AS kind,
          ${qualified('n', 'c.collname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('c.collowner')},
            'provider', c.collprovider,
            'encoding', c.collencoding,
            'nondeterministic', NOT c.collisdeterministic,
            'collate', c.collcollate,
            'ctype', c.collctype,
            'locale', coalesce(${field('c', 'colllocale')}, ${field('c', 'colliculocale')}),
            'rules', ${field('c', 'collicurules')},
            'version', c.collversion) AS attributes
     FROM pg_collation c
     JOIN pg_namespace n ON n.oid = c.collnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_collation', 'c.oid')}`,

  `SELECT 'conversion' AS kind,
          ${qualified('n', 'c.conname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('c.conowner')},
            'from', pg_encoding_to_char(c.conforencoding), 'to', pg_encoding_to_char(c.contoencoding),
            'function', ${routine('c.conproc::oid')}, 'default', c.condefault) AS attributes
     FROM pg_conversion c
     JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_conversion', 'c.oid')}`,

  `SELECT 'language' AS kind,
          quote_ident(l.lanname) AS id,
          jsonb_build_object(
            'owner', ${roleName('l.lanowner')}, 'acl', ${acl('l.lanacl', 'l', 'l.lanowner')},
            'trusted', l.lanpltrusted, 'handler', ${routine('l.lanplcallfoid')},
            'inline', ${routine('l.laninline')}, 'validator', ${routine('l.lanvalidator')}) AS attributes
     FROM pg_language l
    WHERE l.lanispl AND ${notMember('pg_language', 'l.oid')}`,

  `SELECT 'access-method' AS kind,
          quote_ident(a.amname) AS id,
          jsonb_build_object('type', a.amtype, 'handler', ${routine('a.amhandler::oid')}) AS attributes
     FROM pg_am a
    WHERE a.oid >= ${firstUserOid} AND ${notMember('pg_am', 'a.oid')}`,

  `SELECT 'transform' AS kind,
          format('for %s language %I', format_type(t.trftype, NULL), l.lanname) AS id,
          jsonb_build_object(
            'from sql', ${routine('t.trffromsql::oid')}, 'to sql', ${routine('t.trftosql::oid')}) AS attributes
     FROM pg_transform t
     JOIN pg_language l ON l.oid = t.trflang
    WHERE ${notMember('pg_transform', 't.oid')}`,

  `SELECT 'extension' AS kind,
          quote_ident(e.extname) AS id,
          jsonb_build_object(
            'owner', ${roleName('e.extowner')}, 'version', e.extversion, 'schema', quote_ident(n.nspname)) AS attributes
     FROM pg_extension e
     JOIN pg_namespace n ON n.oid = e.extnamespace`,

  `SELECT 'depends-on-extension' AS kind,
          format('%s %s on %I', o.type, o.identity, e.extname) AS id,
          '{}'::jsonb AS attributes
     FROM pg_depend d
     JOIN pg_extension e ON e.oid = d.refobjid
     CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) o
    WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'x'`,
]
