import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defineKind, type SqlContext } from '../kind.js'

export interface SequenceOwnerAttributes {
  readonly schema: string
  /** The sequence. */
  readonly name: string
  readonly column: { readonly schema: string; readonly table: string; readonly name: string }
}

interface Row {
  oid: number
  schema: string
  name: string
  tableSchema: string
  table: string
  column: string
}

type Owner = SequenceOwnerAttributes

const sequenceOf = ({ schema, name }: Owner): string => qualified(schema, name)
const tableOf = ({ column }: Owner): string => qualified(column.schema, column.table)
const columnOf = ({ column }: Owner): string => `${tableOf({ column } as Owner)}.${quoteIdentifier(column.name)}`
const set = (owner: Owner): string => `ALTER SEQUENCE ${sequenceOf(owner)} OWNED BY ${columnOf(owner)}`

/** A sequence has the role of the table that it belongs to. */
function role(owner: Owner, context: SqlContext): string[] {
  const table = context.get(`owner table ${tableOf(owner)}`)?.attributes as { role: string } | undefined
  if (table === undefined || table.role === context.snapshot.user) return []
  return [`ALTER SEQUENCE ${sequenceOf(owner)} OWNER TO ${quoteIdentifier(table.role)}`]
}

/** The type of a column, beneath domains. */
function typeOf(owner: Owner, context: SqlContext): string | undefined {
  const { type } = (context.get(`column ${columnOf(owner)}`)?.attributes ?? {}) as { type?: string }
  const beneath = (name: string | undefined): string | undefined => {
    const domain = context.get(`domain ${name}`)?.attributes as { type: string } | undefined
    return domain === undefined ? name : beneath(domain.type)
  }
  return beneath(type)
}

/** A sequence that takes over a column with values goes on behind them. */
function position(owner: Owner, context: SqlContext): string[] {
  if (!context.stays(`column ${columnOf(owner)}`) || context.stays(`sequence ${sequenceOf(owner)}`)) return []
  if (!['smallint', 'integer', 'bigint'].includes(typeOf(owner, context) ?? '')) return []
  const { column } = owner
  const last = `max(${quoteIdentifier(column.name)})`
  return [`SELECT setval(${quoteLiteral(sequenceOf(owner))}, ${last}) FROM ${tableOf(owner)} HAVING ${last} > 0`]
}

/** OWNED BY: the column with which a sequence is dropped, as that of `serial` (Manual, CREATE SEQUENCE). */
export const sequenceOwnerKind = defineKind<SequenceOwnerAttributes, Row>({
  name: 'sequence-owner',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.relname as name, tn.nspname as "tableSchema", t.relname as table, a.attname as column
        from pg_depend d
        join pg_class c on c.oid = d.objid and c.relkind = 'S'
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class t on t.oid = d.refobjid
        join pg_namespace tn on tn.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
       where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a' and ${userSchema('n')}`,
    read: ({ oid, schema, name, tableSchema, table, column }) => ({
      catalog: 'pg_class',
      oid,
      // The sequence itself stands at 0.
      sub: -1,
      attributes: { schema, name, column: { schema: tableSchema, table, name: column } },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    column: { alter: (_before, after, context) => [...role(after, context.after), set(after)] },
  },
  identity: sequenceOf,
  requires: (owner) => [
    `sequence ${sequenceOf(owner)}`,
    `column ${columnOf(owner)}`,
    `owner table ${tableOf(owner)}`,
    // Its persistence becomes that of the table when that one's changes.
    `table ${tableOf(owner)}`,
  ],
  slots: (owner) => [`owner of sequence ${sequenceOf(owner)}`],
  sql: {
    create: (owner, context) => [...role(owner, context), set(owner), ...position(owner, context)],
    drop: (owner) => `ALTER SEQUENCE ${sequenceOf(owner)} OWNED BY NONE`,
  },
  // Said by the sequence, or by `serial` of the column.
  render: () => undefined,
})
