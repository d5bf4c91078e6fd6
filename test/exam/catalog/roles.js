import { field, roleName } from './sql.js'

const literal = (text) => `'${text.replaceAll("'", "''")}'`

/**
 * Roles are the cluster's. Compared are those that the database mentions (owners, grants, policies, mappings) and those
 * the caller names, with all that they are members of.
 */
const chosen = (names) => `
  WITH RECURSIVE chosen AS (
    SELECT r.oid FROM pg_roles r
     WHERE r.rolname !~ '^pg_' AND (r.rolname = ANY (ARRAY[${names.map(literal).join(', ')}]::text[]) OR r.oid IN (
       SELECT d.refobjid FROM pg_shdepend d JOIN pg_database b ON b.oid = d.dbid
        WHERE d.refclassid = 'pg_authid'::regclass AND b.datname = current_database()))
    UNION
    SELECT m.roleid FROM pg_auth_members m JOIN chosen c ON c.oid = m.member)`

const settings = (database) => `(
  SELECT jsonb_agg(o ORDER BY o) FROM pg_db_role_setting s, unnest(s.setconfig) o
   WHERE s.setrole = r.oid AND s.setdatabase = ${database})`

export const roles = (version, names) => [
  `${chosen(names)}
   SELECT 'role' AS kind,
          quote_ident(r.rolname) AS id,
          jsonb_build_object(
            'superuser', r.rolsuper, 'inherit', r.rolinherit, 'create role', r.rolcreaterole,
            'create database', r.rolcreatedb, 'login', r.rolcanlogin, 'replication', r.rolreplication,
            'bypass rls', r.rolbypassrls, 'connection limit', nullif(r.rolconnlimit, -1),
            'valid until', r.rolvaliduntil, 'password', r.rolpassword IS NOT NULL,
            'settings', ${settings('0')},
            'settings here', ${settings('(SELECT b.oid FROM pg_database b WHERE b.datname = current_database())')},
            'comment', shobj_description(r.oid, 'pg_authid')) AS attributes
     FROM pg_authid r JOIN chosen c ON c.oid = r.oid WHERE r.rolname !~ '^pg_'`,

  `${chosen(names)}
   SELECT 'membership' AS kind,
          format('%s in %s', ${roleName('m.member')}, ${roleName('m.roleid')}) AS id,
          jsonb_build_object(
            'admin', m.admin_option,
            'no inherit', ${field('m', 'inherit_option')} = 'false',
            'no set', ${field('m', 'set_option')} = 'false',
            'grantor', ${roleName('m.grantor')}) AS attributes
     FROM pg_auth_members m
    WHERE (m.member IN (SELECT oid FROM chosen) OR m.roleid IN (SELECT oid FROM chosen))
      AND ${roleName('m.member')} !~ '^pg_'`,

  ...(version < 15
    ? []
    : [
        `${chosen(names)}
         SELECT 'parameter-grant' AS kind,
                format('%s to %s', p.parname, ${roleName('x.grantee')}) AS id,
                jsonb_build_object(x.privilege_type, CASE WHEN x.is_grantable THEN 'grantable' ELSE 'yes' END) AS attributes
           FROM pg_parameter_acl p, aclexplode(p.paracl) x
          WHERE x.grantee IN (SELECT oid FROM chosen)`,
      ]),
]
