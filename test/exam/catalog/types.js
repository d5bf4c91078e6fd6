import { acl, notMember, qualified, roleName, routine, userSchema } from './sql.js'

const query = (kind, attributes, from, where) =>
  `SELECT '${kind}' AS kind,
          ${qualified('n', 't.typname')} AS id,
          jsonb_build_object(
            'owner', ${roleName('t.typowner')},
            'acl', ${acl('t.typacl', 'T', 't.typowner')},
            ${attributes}) AS attributes
     FROM pg_type t
     JOIN pg_namespace n ON n.oid = t.typnamespace
     ${from}
    WHERE ${where} AND ${userSchema('n')} AND ${notMember('pg_type', 't.oid')}`

const collation = (collation, type) => `(
  SELECT ${qualified('cn', 'co.collname')}
    FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
   WHERE co.oid = ${collation} AND ${collation} <> (SELECT b.typcollation FROM pg_type b WHERE b.oid = ${type}))`

/** Labels and attributes in their order: there it means something. */
export const types = [
  query(
    'enum',
    `'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)`,
    '',
    `t.typtype = 'e'`,
  ),
  query(
    'composite-type',
    `'attributes', (
       SELECT jsonb_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                                  ${collation('a.attcollation', 'a.atttypid')}) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)`,
    `JOIN pg_class c ON c.oid = t.typrelid`,
    `c.relkind = 'c'`,
  ),
  query(
    'domain',
    `'base', format_type(t.typbasetype, t.typtypmod),
     'collation', ${collation('t.typcollation', 't.typbasetype')},
     'default', coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault),
     'not null', t.typnotnull`,
    '',
    `t.typtype = 'd'`,
  ),
  query(
    'range',
    `'subtype', format_type(r.rngsubtype, NULL),
     'operator class', (SELECT ${qualified('on_', 'oc.opcname')} FROM pg_opclass oc
                          JOIN pg_namespace on_ ON on_.oid = oc.opcnamespace WHERE oc.oid = r.rngsubopc),
     'collation', ${collation('r.rngcollation', 'r.rngsubtype')},
     'canonical', ${routine('r.rngcanonical::oid')},
     'subtype diff', ${routine('r.rngsubdiff::oid')},
     'multirange', format_type(r.rngmultitypid, NULL)`,
    `JOIN pg_range r ON r.rngtypid = t.oid`,
    `t.typtype = 'r'`,
  ),
  query(
    'base-type',
    `'input', ${routine('t.typinput::oid')}, 'output', ${routine('t.typoutput::oid')},
     'receive', ${routine('t.typreceive::oid')}, 'send', ${routine('t.typsend::oid')},
     'typmod in', ${routine('t.typmodin::oid')}, 'typmod out', ${routine('t.typmodout::oid')},
     'analyze', ${routine('t.typanalyze::oid')}, 'subscript', ${routine('t.typsubscript::oid')},
     'length', t.typlen, 'by value', t.typbyval, 'alignment', t.typalign, 'storage', t.typstorage,
     'category', t.typcategory, 'preferred', t.typispreferred, 'delimiter', t.typdelim,
     'element', CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END,
     'default', t.typdefault, 'collatable', t.typcollation <> 0`,
    '',
    `t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)`,
  ),
  query('shell-type', `'shell', true`, '', `t.typtype = 'p' AND NOT t.typisdefined`),
]
