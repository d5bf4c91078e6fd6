/**
 * SQL for the operators and functions that hang on an operator family or class, as ALTER OPERATOR FAMILY … ADD writes
 * them. Which of both they hang on is what `pg_depend` says.
 */
export const memberList = (catalog: 'pg_opfamily' | 'pg_opclass', oid: string): string => `(
  select json_agg(m.text order by m.sort, m.number, m.text collate "C") from (
    select 0 as sort, o.amopstrategy as number,
           'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator ||
           case when o.amoppurpose = 'o' then ' FOR ORDER BY ' || (
             select quote_ident(sn.nspname) || '.' || quote_ident(sf.opfname)
               from pg_opfamily sf join pg_namespace sn on sn.oid = sf.opfnamespace where sf.oid = o.amopsortfamily) else '' end as text
      from pg_depend d join pg_amop o on o.oid = d.objid
     where d.classid = 'pg_amop'::regclass and d.refclassid = '${catalog}'::regclass and d.refobjid = ${oid}
    union all
    select 1, p.amprocnum,
           'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, null) || ', ' || format_type(p.amprocrighttype, null) ||
           ') ' || p.amproc::oid::regprocedure
      from pg_depend d join pg_amproc p on p.oid = d.objid
     where d.classid = 'pg_amproc'::regclass and d.refclassid = '${catalog}'::regclass and d.refobjid = ${oid}) m)`

/** A member as DROP names it: number and types, without the operator or function itself. */
export function withoutFunction(member: string): string {
  const written = /^FUNCTION (\d+) (\([^()]*\)) /.exec(member)
  if (written !== null) return `FUNCTION ${written[1]} ${written[2]}`
  const operator = /^OPERATOR (\d+) \S+(\(.*?\))(?: FOR .*)?$/.exec(member)
  return operator === null ? member : `OPERATOR ${operator[1]} ${operator[2]}`
}

/** SQL for where the members stand in the catalogs: through them a class or family needs their operators and functions. */
export const memberAddresses = (catalog: 'pg_opfamily' | 'pg_opclass', oid: string): string => `(
  select json_agg(json_build_object('catalog', d.classid::regclass::text, 'oid', d.objid::int8))
    from pg_depend d
   where d.classid in ('pg_amop'::regclass, 'pg_amproc'::regclass) and d.refclassid = '${catalog}'::regclass
     and d.refobjid = ${oid})`

export interface MemberAddress {
  readonly catalog: 'pg_amop' | 'pg_amproc'
  readonly oid: number
}
