import type { Snapshot } from '../../catalog/snapshot.js'
import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { rereadable } from '../../sql/rereadable.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule, type SqlContext, type Writer } from '../kind.js'
import { standsAlone } from '../column/below.js'
import { isOnColumnOfParent } from '../column/sql.js'
import { isContested } from '../column/contested.js'
import { isOfPulledApart } from '../inheritance/pulled-apart.js'
import { isCarried, isLeftToChild, sameInParents, stableDescendants } from '../partition/attachment.js'

export interface DefaultAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly expression?: string
  /** The column of a child has none, although the parent's has one. */
  readonly none?: boolean
  /** The same as that of each parent table that has one, so that it follows them: PostgreSQL wants a word where they differ. */
  readonly inherited?: boolean
}

interface Row extends DefaultAttributes {
  /** Of the default; of the table, where there is none. */
  oid: number
  /** The column's number, where it has none. */
  sub: number | null
}

const alterColumn = (only: string, table: string, column: string): string =>
  `ALTER TABLE ${only}${table} ALTER COLUMN ${quoteIdentifier(column)}`

const defaultOf = (table: string, column: string, side: SqlContext): Partial<DefaultAttributes> =>
  side.get(`default ${table}.${quoteIdentifier(column)}`)?.attributes ?? {}

/**
 * Gives a column the default that it has, or takes it away. PostgreSQL does the same to all children; where some have one
 * of their own on that side, or get one in the place of what is taken away, each table that follows is told by itself.
 */
function tell(object: DefaultAttributes, action: string, side: SqlContext, goes = false): string[] {
  const { schema, table, column, expression } = object
  const top = qualified(schema, table)
  const children = stableDescendants(top, side.snapshot, side.opposite.snapshot)
  const getsOwn = (child: string): boolean => {
    const after = defaultOf(child, column, side.opposite)
    return after.expression !== undefined && !after.inherited
  }
  const following = children.filter(
    (child) => defaultOf(child, column, side).expression === expression && !(goes && getsOwn(child)),
  )
  if (following.length === children.length) return [`${alterColumn('', top, column)} ${action}`]
  return [top, ...following].map((item) => `${alterColumn('ONLY ', item, column)} ${action}`)
}

/** Where parents have different ones, that there is none has to be said. */
const noneOf = ({ schema, table, column }: DefaultAttributes, side: SqlContext): string | undefined =>
  isContested({ schema, table, name: column }, side.snapshot) ? 'DEFAULT NULL' : undefined

const set = (object: DefaultAttributes, side: SqlContext): string[] =>
  tell(object, object.none ? 'DROP DEFAULT' : `SET DEFAULT ${object.expression}`, side)

const expression: AlterRule<DefaultAttributes> = {
  alter: (_before, after, context) => set(after, context.after),
}

/** The default of a column: an object of its own, since it depends on functions, sequences and types. */
export const defaultKind = defineKind<DefaultAttributes, Row>({
  name: 'default',
  introspection: {
    query: (server) => `
      select d.oid, n.nspname as schema, c.relname as table, a.attname as column,
             pg_get_expr(d.adbin, d.adrelid) as expression, false as none, null::int as sub, coalesce((
               select bool_and(pg_get_expr(pd.adbin, pd.adrelid) = pg_get_expr(d.adbin, d.adrelid))
                 from pg_inherits i
                 join pg_attribute pa on pa.attrelid = i.inhparent and pa.attname = a.attname
                 join pg_attrdef pd on pd.adrelid = pa.attrelid and pd.adnum = pa.attnum
                where i.inhrelid = c.oid), false) as inherited
        from pg_attrdef d
        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum and a.attgenerated = ''
        join pg_class c on c.oid = d.adrelid
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}
      union all
      select c.oid, n.nspname, c.relname, a.attname, null, true, a.attnum, false
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute pa on pa.attrelid = i.inhparent and pa.atthasdef and pa.attgenerated = ''
        join pg_attribute a on a.attrelid = c.oid and a.attname = pa.attname and not a.atthasdef and a.attinhcount > 0
       where c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}
       group by c.oid, n.nspname, c.relname, a.attname, a.attnum`,
    read: ({ oid, sub, expression, ...attributes }) => ({
      ...(sub === null ? { catalog: 'pg_attrdef', oid } : { catalog: 'pg_inherits', oid, sub }),
      attributes: { ...attributes, ...(expression && { expression: rereadable(expression) }) },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: 'ignore', // part of the id
    inherited: 'ignore', // comes and goes with the attachment of the table
    expression,
    none: expression,
  },
  identity: ({ schema, table, column }) => qualified(schema, table, column),
  parent: ({ schema, table, column }) => `column ${qualified(schema, table, column)}`,
  // CREATE TABLE wants the child to say one where those of its parents differ.
  placed: ({ schema, table, column }, own, other) =>
    isContested({ schema, table, name: column }, own) && !other.objects.has(`table ${qualified(schema, table)}`)
      ? 'inside'
      : undefined,
  // A parent's default is handed down: the child's own comes after it.
  follows: ({ schema, table, column }, own) => [...sameInParents('default', qualified(schema, table), column, own)],
  implied: (object, own, other) =>
    isCarried(object, own, other) &&
    !comesToExisting(object, own, other) &&
    !isOfPulledApart(object, own, other) &&
    !isLeftToChild(object, own, other),
  sql: {
    create: (object, side) => (comesWithColumn(object, side) ? [] : set(object, side)),
    drop: (object, side) => (object.none ? [] : tell(object, 'DROP DEFAULT', side, true)),
    clause: (object, side) =>
      isOnColumnOfParent(object, side)
        ? undefined
        : object.none
          ? noneOf(object, side)
          : `DEFAULT ${object.expression}`,
  },
  render: ({ attributes }, writer) => ({
    as: 'call',
    text: `.default(${attributes.none ? 'null' : defaultCode(attributes.expression!, writer, typeOf(attributes, writer))})`,
  }),
})

/** With the column of the parent its default comes back, where that takes the place of the child's. */
const comesWithColumn = (object: DefaultAttributes, side: SqlContext): boolean =>
  isLeftToChild(object, side.snapshot, side.opposite.snapshot) &&
  standsAlone(`column ${qualified(object.schema, object.table, object.column)}`, side.opposite)

/** A column that a parent gets, and a child has from another one before, or by itself as well, brings that no default. */
function comesToExisting({ schema, table, column }: DefaultAttributes, own: Snapshot, other: Snapshot): boolean {
  const child = qualified(schema, table)
  const id = `column ${child}.${quoteIdentifier(column)}`
  const isNew = (part: string): boolean => own.objects.has(part) && !other.objects.has(part)
  const isOwn = 'local' in (own.objects.get(id)?.attributes ?? {}) && other.objects.has(`table ${child}`)
  return (other.objects.has(id) || isOwn) && sameInParents('column', child, column, own).some(isNew)
}

const typeOf = ({ schema, table, column }: DefaultAttributes, { snapshot }: Writer): string | undefined =>
  (snapshot.objects.get(`column ${qualified(schema, table, column)}`)?.attributes as { type?: string } | undefined)
    ?.type

/** A plain value where the expression is nothing but a literal of the column's own type; else SQL. */
export function defaultCode(expression: string, writer: Writer, type?: string): string {
  if (/^(?:true|false|-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)$/.test(expression) && !/\.\d*0$/.test(expression))
    return expression
  const literal = /^'((?:[^'\\]|'')*)'::(text|character varying)$/.exec(expression)
  return literal === null || (type !== undefined && type.replace(/\(.*/, '') !== literal[2])
    ? writer.sql(expression)
    : writer.string(literal[1]!.replaceAll("''", "'"))
}
