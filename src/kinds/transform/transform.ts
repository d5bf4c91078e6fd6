import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { signatureCode, withSignature } from '../function/reference.js'
import { typeCode } from '../function/render.js'
import { defineKind, type AlterRule } from '../kind.js'

export interface TransformAttributes {
  readonly type: string
  readonly language: string
  /** With its argument types. */
  readonly fromSql?: string
  readonly toSql?: string
}

type Transform = TransformAttributes

interface Row extends Transform {
  oid: number
}

const subject = ({ type, language }: Transform): string => `FOR ${type} LANGUAGE ${quoteIdentifier(language)}`

function create(transform: Transform, replace: boolean): string {
  const functions = [
    transform.fromSql && `FROM SQL WITH FUNCTION ${transform.fromSql}`,
    transform.toSql && `TO SQL WITH FUNCTION ${transform.toSql}`,
  ]
  return `CREATE ${replace ? 'OR REPLACE ' : ''}TRANSFORM ${subject(transform)} (${functions.filter(Boolean).join(', ')})`
}

const replaced: AlterRule<Transform> = { alter: (_before, after) => create(after, true) }

/** How values of a type are passed to and from a language (Manual, CREATE TRANSFORM). */
export const transformKind = defineKind<TransformAttributes, Row>({
  name: 'transform',
  introspection: {
    query: () => `
      select t.oid, format_type(t.trftype, null) as type, l.lanname as language,
             case when t.trffromsql <> 0 then ${withSignature('t.trffromsql')} end as "fromSql",
             case when t.trftosql <> 0 then ${withSignature('t.trftosql')} end as "toSql"
        from pg_transform t join pg_language l on l.oid = t.trflang`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_transform', oid, attributes }),
  },
  rules: {
    type: 'ignore', // part of the id
    language: 'ignore', // part of the id
    fromSql: replaced,
    toSql: replaced,
  },
  identity: ({ type, language }) => `${type} ${quoteIdentifier(language)}`,
  requires: ({ language }) => [`language ${quoteIdentifier(language)}`, `extension ${quoteIdentifier(language)}`],
  sql: {
    create: (transform) => create(transform, false),
    drop: (transform) => `DROP TRANSFORM ${subject(transform)}`,
    reference: (transform) => `TRANSFORM ${subject(transform)}`,
  },
  resolve: ({ type, language }) => ({
    catalog: 'pg_transform',
    sql: `select oid from pg_transform where trftype = to_regtype(${quoteLiteral(type)})
            and trflang = (select oid from pg_language where lanname = ${quoteLiteral(language)})`,
  }),
  render: ({ id, attributes: { type, language, fromSql, toSql } }, writer) => {
    const options = writer.object({
      fromSql: fromSql && signatureCode(fromSql, writer),
      toSql: toSql && signatureCode(toSql, writer),
    })
    const expression = `${writer.use('transform')}(${typeCode(type, writer)}, ${writer.string(language)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'transforms', name: `${type} for ${language}`, expression }
  },
})
