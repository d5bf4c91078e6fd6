import { userSchema } from '../../catalog/scope.js'
import { rereadable } from '../../sql/rereadable.js'
import type { Introspection } from '../kind.js'
import type { RoutineAttributes, RoutineType } from './routine.js'
import type { Argument } from './signature.js'

export interface Row extends Omit<RoutineAttributes, 'arguments' | 'table'> {
  oid: number
  arguments: CatalogArgument[] | null
}

/** `i`, `o`, `b`, `v` and `t` as in pg_proc.proargmodes. */
export interface CatalogArgument {
  name: string | null
  mode: string | null
  type: string
  default: string | null
}

/** The arguments of a function as a list, for a query over pg_proc `p`. */
export const argumentList = `
  (select json_agg(json_build_object('name', nullif(a.name, ''), 'mode', a.mode, 'type', format_type(a.type, null),
                                     'default', case when p.pronargdefaults > 0 then pg_get_function_arg_default(p.oid, a.n::int) end)
                   order by a.n)
     from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargnames, p.proargmodes)
          with ordinality a(type, name, mode, n))`

const modes: Record<string, Argument['mode']> = { o: 'out', b: 'inout', v: 'variadic' }

export const toArgument = ({ name, mode, type, default: value }: CatalogArgument): Argument => ({
  ...(name !== null && { name }),
  ...(mode !== null && modes[mode] && { mode: modes[mode] }),
  type,
  ...(value !== null && { default: rereadable(value) }),
})

/** A function that PostgreSQL makes for another object (the constructors of a range type) belongs to that one. */
export const ownFunction = `not exists (
  select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`

export const introspection = (type: RoutineType): Introspection<RoutineAttributes, Row> => ({
  query: () => `
    select p.oid, n.nspname as schema, p.proname as name, ${argumentList} as arguments,
           ${type === 'procedure' ? 'null' : 'format_type(p.prorettype, null)'} as returns, p.proretset as set, l.lanname as language,
           case when p.prosqlbody is null then p.prosrc end as body, pg_get_function_sqlbody(p.oid) as "standardBody",
           p.probin as library, p.prokind = 'w' as window,
           case p.provolatile when 'i' then 'immutable' when 's' then 'stable' end as volatility,
           p.proisstrict as strict, p.prosecdef as "securityDefiner", p.proleakproof as leakproof,
           case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end as parallel,
           case when p.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end then p.procost end as cost,
           case when p.proretset and p.prorows <> 1000 then p.prorows end as rows,
           case when p.prosupport <> 0 then p.prosupport::regproc::text end as support,
           case when p.protrftypes is not null then (
             select json_agg(format_type(t, null)) from unnest(p.protrftypes) t) end as transforms,
           case when p.proconfig is not null then to_json(p.proconfig) end as settings
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      join pg_language l on l.oid = p.prolang
     where p.prokind in ${type === 'procedure' ? `('p')` : `('f', 'w')`} and ${userSchema('n')} and ${ownFunction}`,
  read: ({ oid, arguments: list, standardBody, ...row }) => {
    const columns = (list ?? []).filter(({ mode }) => mode === 't')
    const { returns, set, ...rest } = row
    return {
      catalog: 'pg_proc',
      oid,
      attributes: {
        ...rest,
        ...(standardBody && { standardBody: rereadable(standardBody) }),
        arguments: (list ?? []).filter(({ mode }) => mode !== 't').map(toArgument),
        // RETURNS TABLE says all that there is to say of the result.
        ...(columns.length === 0
          ? { returns, set }
          : { table: columns.map(({ name, type: of }) => ({ name: name ?? '', type: of })) }),
      } as RoutineAttributes,
    }
  },
})
