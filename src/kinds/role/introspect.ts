import type { Introspection } from '../kind.js'
import type { RoleAttributes } from './role.js'

export interface Row {
  readonly oid: number
  readonly name: string
  readonly login: boolean
  readonly superuser: boolean
  readonly createDb: boolean
  readonly createRole: boolean
  readonly noInherit: boolean
  readonly replication: boolean
  readonly bypassRls: boolean
  readonly connectionLimit: number | null
  readonly validUntil: string | null
  readonly settings: string[] | null
  readonly databaseSettings: string[] | null
  readonly elsewhere: boolean
}

const settings = (database: string): string => `(
  select json_agg(o order by o) from pg_db_role_setting s cross join unnest(s.setconfig) o
   where s.setrole = r.oid and s.setdatabase = ${database})`

const here = `(select b.oid from pg_database b where b.datname = current_database())`

export const introspection: Introspection<RoleAttributes, Row> = {
  // Predefined roles are PostgreSQL's. Passwords are not read, not even their verifiers.
  query: () => `
    select r.oid, r.rolname as name, r.rolcanlogin as login, r.rolsuper as superuser, r.rolcreatedb as "createDb",
           r.rolcreaterole as "createRole", not r.rolinherit as "noInherit", r.rolreplication as replication,
           r.rolbypassrls as "bypassRls", nullif(r.rolconnlimit, -1) as "connectionLimit",
           case when isfinite(r.rolvaliduntil)
                then to_char(r.rolvaliduntil at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as "validUntil",
           ${settings('0')} as settings, ${settings(here)} as "databaseSettings",
           coalesce(d.elsewhere and not d.here, false) as elsewhere
      from pg_roles r
      left join (
        select d.refobjid, bool_or(d.dbid not in (0, ${here})) as elsewhere, bool_or(d.dbid = ${here}) as here
          from pg_shdepend d where d.refclassid = 'pg_authid'::regclass group by 1) d on d.refobjid = r.oid
     where r.rolname !~ '^pg_'`,
  read: ({ oid, validUntil, ...row }) => ({
    catalog: 'pg_authid',
    oid,
    attributes: { ...row, validUntil: validUntil?.replace(/\.?0*Z$/, 'Z') } as RoleAttributes,
  }),
}
