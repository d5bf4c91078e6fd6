import { quoteLiteral } from '../../sql/identifier.js'
import { signatureCode, withSignature } from '../function/reference.js'
import { typeCode } from '../function/render.js'
import { defineKind } from '../kind.js'

export interface CastAttributes {
  readonly source: string
  readonly target: string
  /** The function that converts, with its argument types; left out where the bytes are the same, or it goes by `inout`. */
  readonly function?: string
  /** WITH INOUT: through text. */
  readonly inout?: boolean
  /** Where it is not only for explicit casts. */
  readonly context?: 'assignment' | 'implicit'
}

type Cast = CastAttributes

interface Row extends Cast {
  oid: number
}

const pair = ({ source, target }: Cast): string => `(${source} AS ${target})`

function create(cast: Cast): string {
  const how =
    cast.function === undefined ? (cast.inout ? 'WITH INOUT' : 'WITHOUT FUNCTION') : `WITH FUNCTION ${cast.function}`
  return `CREATE CAST ${pair(cast)} ${how}${cast.context === undefined ? '' : ` AS ${cast.context.toUpperCase()}`}`
}

/** A cast between two types (Manual, CREATE CAST). */
export const castKind = defineKind<CastAttributes, Row>({
  name: 'cast',
  introspection: {
    query: () => `
      select c.oid, format_type(c.castsource, null) as source, format_type(c.casttarget, null) as target,
             case when c.castfunc <> 0 then ${withSignature('c.castfunc')} end as function, c.castmethod = 'i' as inout,
             case c.castcontext when 'a' then 'assignment' when 'i' then 'implicit' end as context
        from pg_cast c
       where c.oid >= 16384 and not exists (
         select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'i')`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_cast', oid, attributes }),
  },
  rules: {
    source: 'ignore', // part of the id
    target: 'ignore', // part of the id
    function: 'replace',
    inout: 'replace',
    context: 'replace',
  },
  identity: pair,
  sql: { create, drop: (cast) => `DROP CAST ${pair(cast)}`, reference: (cast) => `CAST ${pair(cast)}` },
  resolve: ({ source, target }) => ({
    catalog: 'pg_cast',
    sql: `select oid from pg_cast where castsource = to_regtype(${quoteLiteral(source)}) and casttarget = to_regtype(${quoteLiteral(target)})`,
  }),
  render: ({ id, attributes: { source, target, inout, context, function: by } }, writer) => {
    const options = {
      function: by && signatureCode(by, writer),
      inout: inout ? 'true' : undefined,
      context: context && writer.string(context),
    }
    const given = Object.values(options).some((option) => option !== undefined)
    const types = `${typeCode(source, writer)}, ${typeCode(target, writer)}`
    const expression = `${writer.use('cast')}(${types}${given ? `, ${writer.object(options)}` : ''})${writer.with(id)}`
    return { as: 'declaration', file: 'casts', name: `${source} to ${target}`, expression }
  },
})
