import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { time } from './measure.js'

const user = `n.nspname not in ('pg_catalog', 'information_schema', 'tidemark') and n.nspname !~ '^pg_(toast|temp)'`

/** What any tool has to read to know these tables: the same rows of the same catalogs, plainly. */
const catalogs = `
set search_path = ''; set jit = off;
begin isolation level repeatable read read only;
select n.oid, n.nspname, n.nspowner, n.nspacl from pg_namespace n where ${user};
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relowner, c.relacl, c.reloptions, t.reloptions, c.reltablespace,
       c.relam, c.reloftype, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relreplident
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_class t on t.oid = c.reltoastrelid where ${user};
select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation, a.attnotnull, a.attidentity,
       a.attgenerated, a.attstorage, a.attcompression, a.attstattarget, a.attoptions, a.attinhcount, a.attacl
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
 where a.attnum > 0 and not a.attisdropped and ${user};
select d.oid, d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d;
select k.oid, k.conname, k.conrelid, k.contype, k.condeferrable, k.condeferred, k.convalidated, pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${user};
select i.indexrelid, i.indrelid, i.indisunique, i.indisvalid, pg_get_indexdef(i.indexrelid), pg_get_expr(i.indpred, i.indrelid)
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${user};
select s.* from pg_sequence s;
select p.oid, p.proname, pg_get_function_identity_arguments(p.oid), pg_get_functiondef(p.oid)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and ${user};
select t.oid, t.typname, t.typtype, t.typowner, t.typacl, t.typrelid from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${user};
select t.oid, t.tgrelid, pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal;
select r.oid, r.ev_class, pg_get_ruledef(r.oid) from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace where ${user};
select p.* from pg_policy p;
select i.* from pg_inherits i;
select d.classoid, d.objoid, d.objsubid, d.description from pg_description d where d.objoid >= 16384;
select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolconfig from pg_roles;
select * from pg_auth_members; select * from pg_default_acl; select * from pg_extension;
select classid, objid from pg_depend where deptype = 'e';
commit;
`

const psql = findPsql()

/** psql itself: on Debian the one in PATH is a script in Perl that looks for it, which takes longer than psql does. */
function findPsql() {
  const root = '/usr/lib/postgresql'
  const installed = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const paths = installed.map((major) => `${root}/${major}/bin/psql`).filter((path) => existsSync(path))
  return [...paths, 'psql'].find((path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0)
}

/** Runs SQL text as a script, in a process of its own, its output thrown away. */
function script(text, url, folder, file) {
  const path = join(folder, file)
  writeFileSync(path, text)
  if (psql !== undefined)
    return () => time(psql, ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-f', path, url])
  const program = `
    import { readFileSync } from 'node:fs'
    import postgres from 'postgres'
    const sql = postgres(process.argv[1], { max: 1, onnotice() {}, fetch_types: false })
    for (const text of readFileSync(process.argv[2], 'utf8').split(/;\\n/)) if (text.trim()) await sql.unsafe(text).simple()
    await sql.end()`
  return () => time(process.execPath, ['--input-type=module', '-e', program, url, path])
}

/** What the references are called in the table. */
export const referenceName = psql === undefined ? 'postgres.js (there is no psql here)' : 'psql'

/** Reads the catalogs. */
export const readCatalogs = (url, folder) => script(catalogs, url, folder, 'catalogs.sql')

/** Runs statements, a transaction each. */
export const runStatements = (statements, url, folder) =>
  script(statements.map((text) => `BEGIN;\n${text};\nCOMMIT;\n`).join(''), url, folder, 'statements.sql')
