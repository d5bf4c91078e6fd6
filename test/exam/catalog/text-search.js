import { notMember, qualified, roleName, routine, userSchema } from './sql.js'

const query = (kind, catalog, alias, name, namespace, attributes, joins = '') =>
  `SELECT '${kind}' AS kind,
          ${qualified('n', `${alias}.${name}`)} AS id,
          jsonb_build_object(${attributes}) AS attributes
     FROM ${catalog} ${alias}
     JOIN pg_namespace n ON n.oid = ${alias}.${namespace}
     ${joins}
    WHERE ${userSchema('n')} AND ${notMember(catalog, `${alias}.oid`)}`

export const textSearch = [
  query(
    'text-search-parser',
    'pg_ts_parser',
    'p',
    'prsname',
    'prsnamespace',
    `'start', ${routine('p.prsstart::oid')}, 'token', ${routine('p.prstoken::oid')}, 'end', ${routine('p.prsend::oid')},
     'headline', ${routine('p.prsheadline::oid')}, 'types', ${routine('p.prslextype::oid')}`,
  ),
  query(
    'text-search-template',
    'pg_ts_template',
    't',
    'tmplname',
    'tmplnamespace',
    `'init', ${routine('t.tmplinit::oid')}, 'lexize', ${routine('t.tmpllexize::oid')}`,
  ),
  query(
    'text-search-dictionary',
    'pg_ts_dict',
    'd',
    'dictname',
    'dictnamespace',
    `'owner', ${roleName('d.dictowner')}, 'options', d.dictinitoption, 'template', ${qualified('tn', 't.tmplname')}`,
    `JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace`,
  ),
  query(
    'text-search-configuration',
    'pg_ts_config',
    'c',
    'cfgname',
    'cfgnamespace',
    `'owner', ${roleName('c.cfgowner')}, 'parser', ${qualified('pn', 'p.prsname')},
     'mapping', (
       SELECT jsonb_object_agg(alias, dictionaries) FROM (
         SELECT k.alias, jsonb_agg(m.mapdict::regdictionary::text ORDER BY m.mapseqno) AS dictionaries
           FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
          WHERE m.mapcfg = c.oid GROUP BY k.alias) maps)`,
    `JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace`,
  ),
]
