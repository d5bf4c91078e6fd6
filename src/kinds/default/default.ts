import { tableKinds, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type Writer } from '../kind.js'

export interface DefaultAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly expression: string
  /** The same as the parent table's, so that it follows that one. */
  readonly inherited?: boolean
}

interface Row extends DefaultAttributes {
  oid: number
}

const alterColumn = ({ schema, table, column }: DefaultAttributes): string =>
  `ALTER TABLE ${qualified(schema, table)} ALTER COLUMN ${quoteIdentifier(column)}`

const set = (after: DefaultAttributes): string => `${alterColumn(after)} SET DEFAULT ${after.expression}`

/** The default of a column: an object of its own, since it depends on functions, sequences and types. */
export const defaultKind = defineKind<DefaultAttributes, Row>({
  name: 'default',
  introspection: {
    query: () => `
      select d.oid, n.nspname as schema, c.relname as table, a.attname as column,
             pg_get_expr(d.adbin, d.adrelid) as expression,
             c.relispartition and exists (
               select from pg_inherits i
                 join pg_attribute pa on pa.attrelid = i.inhparent and pa.attname = a.attname
                 join pg_attrdef pd on pd.adrelid = pa.attrelid and pd.adnum = pa.attnum
                where i.inhrelid = c.oid
                  and pg_get_expr(pd.adbin, pd.adrelid) = pg_get_expr(d.adbin, d.adrelid)) as inherited
        from pg_attrdef d
        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum and a.attgenerated = ''
        join pg_class c on c.oid = d.adrelid
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ${tableKinds} and ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_attrdef', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: 'ignore', // part of the id
    inherited: 'ignore', // comes and goes with the attachment of the table
    expression: { alter: (_before, after) => set(after) },
  },
  identity: ({ schema, table, column }) => qualified(schema, table, column),
  parent: ({ schema, table, column }) => `column ${qualified(schema, table, column)}`,
  implied: ({ inherited }) => inherited === true,
  sql: {
    create: set,
    drop: (object) => `${alterColumn(object)} DROP DEFAULT`,
    clause: ({ expression }) => `DEFAULT ${expression}`,
  },
  render: ({ attributes }, writer) => ({ as: 'call', text: `.default(${value(attributes.expression, writer)})` }),
})

/** A plain value where the expression is nothing but a literal of the column's own type; else SQL. */
function value(expression: string, writer: Writer): string {
  if (/^(?:true|false|-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)$/.test(expression) && !/\.\d*0$/.test(expression))
    return expression
  const literal = /^'((?:[^'\\]|'')*)'::(?:text|character varying)$/.exec(expression)
  return literal === null ? writer.sql(expression) : writer.string(literal[1]!.replaceAll("''", "'"))
}
