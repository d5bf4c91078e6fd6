import { userSchema } from '../../catalog/scope.js'
import { argumentList, toArgument, type CatalogArgument } from '../function/introspect.js'
import type { Introspection } from '../kind.js'
import type { AggregateAttributes } from './aggregate.js'

export interface Row extends Omit<AggregateAttributes, 'arguments'> {
  oid: number
  arguments: CatalogArgument[] | null
}

const named = (column: string): string => `case when a.${column} <> 0 then a.${column}::text end`

/** Plain aggregates only read their state by default, ordered-set ones may write to it. */
const modify = (column: string): string => `
  case when a.${column} <> case when a.aggkind = 'n' then 'r' else 'w' end
       then case a.${column} when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end`

export const introspection: Introspection<AggregateAttributes, Row> = {
  query: () => `
    select p.oid, n.nspname as schema, p.proname as name, ${argumentList} as arguments,
           case a.aggkind when 'o' then 'ordered-set' when 'h' then 'hypothetical' end as type,
           case when a.aggkind <> 'n' then a.aggnumdirectargs end as direct, format_type(p.prorettype, null) as returns,
           a.aggtransfn::text as sfunc, format_type(a.aggtranstype, null) as stype, nullif(a.aggtransspace, 0) as sspace,
           ${named('aggfinalfn')} as finalfunc, a.aggfinalextra as "finalfuncExtra", ${modify('aggfinalmodify')} as "finalfuncModify",
           ${named('aggcombinefn')} as combinefunc, ${named('aggserialfn')} as serialfunc,
           ${named('aggdeserialfn')} as deserialfunc, a.agginitval as initcond,
           ${named('aggmtransfn')} as msfunc, ${named('aggminvtransfn')} as minvfunc,
           case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end as mstype, nullif(a.aggmtransspace, 0) as msspace,
           ${named('aggmfinalfn')} as mfinalfunc, a.aggmfinalextra as "mfinalfuncExtra",
           case when a.aggmtransfn <> 0 then ${modify('aggmfinalmodify')} end as "mfinalfuncModify", a.aggminitval as minitcond,
           case when a.aggsortop <> 0 then (
             select case when o.oprnamespace = 'pg_catalog'::regnamespace then o.oprname
                         else 'OPERATOR(' || quote_ident(s.nspname) || '.' || o.oprname || ')' end
               from pg_operator o join pg_namespace s on s.oid = o.oprnamespace where o.oid = a.aggsortop) end as sortop,
           case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end as parallel
      from pg_aggregate a
      join pg_proc p on p.oid = a.aggfnoid
      join pg_namespace n on n.oid = p.pronamespace
     where ${userSchema('n')}`,
  read: ({ oid, arguments: list, ...row }) => ({
    catalog: 'pg_proc',
    oid,
    attributes: { ...row, arguments: (list ?? []).map(toArgument) },
  }),
}
