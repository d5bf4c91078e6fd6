import type { CatalogObject } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { collationSql } from '../collation/sql.js'
import type { ColumnAttributes } from '../column/column.js'
import { columnId } from '../column/definition.js'
import { waitsAsText } from '../column/waiting.js'
import type { CompositeTypeAttributes } from '../composite-type/composite-type.js'
import { compositeTypeSql } from '../composite-type/sql.js'
import type { DomainConstraintAttributes } from '../domain/constraint.js'
import { afterCreate } from '../default-privilege/after-create.js'
import { domainConstraintSql } from '../domain/constraint-sql.js'
import type { DomainAttributes } from '../domain/domain.js'
import { isDomainMadeAnew, isMadeWithBase } from '../domain/made-anew.js'
import { domainSql } from '../domain/sql.js'
import { comesFromSeveral } from '../inheritance/pulled-apart.js'
import type { InheritanceAttributes } from '../inheritance/inheritance.js'
import { standDown, standIn, standInName, tableFor } from '../inheritance/stand-in.js'
import { enumSql } from '../enum/sql.js'
import type { AlterContext, Clause, Kind, Moment, SqlContext, Statement, Statements, StepContext } from '../kind.js'
import type { PartitionAttributes } from '../partition/partition.js'
import { isKept } from '../partition/rows.js'
import { rangeTypeSql, renameRangeAside } from '../range-type/sql.js'
import type { RangeTypeAttributes } from '../range-type/range-type.js'
import { asideName as tableAside, isMoved } from '../table/rows.js'
import type { TableAttributes } from '../table/table.js'
import { nameMeanwhile } from './moves-along.js'
import { typeKinds } from './type-kinds.js'

interface Named {
  readonly schema: string
  readonly name: string
}

/** How each kind of type is created and dropped. */
const sqlOf: Readonly<Record<string, Kind<never>['sql']>> = {
  enum: enumSql as Kind<never>['sql'],
  domain: domainSql as Kind<never>['sql'],
  'composite-type': compositeTypeSql as Kind<never>['sql'],
  'range-type': rangeTypeSql as Kind<never>['sql'],
  collation: collationSql as Kind<never>['sql'],
}

const words: Readonly<Record<string, string>> = { domain: 'DOMAIN', collation: 'COLLATION' }
const wordOf = ({ kind }: CatalogObject): string => words[kind] ?? 'TYPE'

/** The name under which a type waits until nothing uses it any more. */
const asideName = (name: string): string => defaultName([name], '_old')

export interface RebuildOptions {
  /** What the type of a column or of an attribute is called meanwhile, where a type has been renamed before. */
  readonly typeOf?: (type: string) => string
  /** How the values of a column are converted, where it is not by way of text. */
  readonly value?: (column: ColumnAttributes) => string
  /** Statements before the first column is converted, and after the last one. */
  readonly before?: (columns: readonly ColumnAttributes[]) => readonly string[]
  readonly after?: (columns: readonly ColumnAttributes[]) => readonly string[]
  /** What becomes of a table OF the type while it is OF none. */
  readonly typed?: (table: string) => readonly string[]
}

/**
 * Makes a type anew while columns use it: the old one is put aside under another name, each column is converted, then
 * the old one is dropped. Types that are made of it (a domain over an enum, a composite type with one) are made anew too.
 */
export function rebuild(
  kind: string,
  before: Named,
  after: Named,
  context: StepContext,
  options: RebuildOptions = {},
): Statement[] {
  const id = `${kind} ${qualified(before.schema, before.name)}`
  const root = { id, kind, attributes: before }
  const { types, columns: found, tables, apart } = usersOf(root, context, context.meanwhile)
  const typeOf = (id: string, type: string): string =>
    options.typeOf?.(type) ?? nameMeanwhile(id, type, context.meanwhile.sideOf(id) ?? context.before, context)
  const columns = found.map((column) => ({ ...column, type: typeOf(columnId(column), column.type) }))
  const inherit = (action: string): string[] =>
    apart.flatMap((child) =>
      child.parents.map((parent) => `ALTER TABLE ${qualified(child.schema, child.name)} ${action} ${parent}`),
    )
  const made = types.map((type) =>
    type === root ? { ...root, attributes: after } : withTypes(withDefaultOf(type, context), typeOf),
  )
  const typed = tables.map(({ schema, name }) => `ALTER TABLE ${qualified(schema, name)}`)
  return [
    // A range names its subtype, as long as that has its name.
    ...types.toReversed().flatMap(putAside),
    ...made.flatMap((type) => {
      const clauses = type.kind === 'domain' ? checksOf(type, type.attributes === after, context) : []
      const { create, reference } = sqlOf[type.kind]!
      return [
        ...list(create(withName(type) as never, context.after, clauses)),
        ...list(afterCreate(type, reference?.(type.attributes as never), context.after)),
      ]
    }),
    ...typed.map((table) => `${table} NOT OF`),
    ...apart.flatMap(standIn),
    ...inherit('NO INHERIT'),
    ...(options.before?.(columns) ?? []),
    ...columns.map((column) => convert(column, kind === 'collation', options)),
    ...(options.after?.(columns) ?? []),
    ...inherit('INHERIT'),
    ...apart.flatMap(standDown),
    ...types.flatMap((type) => uncheckedOf(type, context)),
    ...typed.flatMap((table, index) => [
      ...(tables[index]!.of === typeName(root) ? (options.typed?.(table) ?? []) : []),
      `${table} OF ${tables[index]!.of}`,
    ]),
    ...types.toReversed().map((type) => {
      const { schema, name } = type.attributes as Named
      return `DROP ${wordOf(type)} ${qualified(schema, asideName(name))}`
    }),
  ]
}

/** True when a column, directly or within another type, holds values of a type before and after. */
export const isInUse = (id: string, context: AlterContext): boolean =>
  isUsed(id, context, throughout(context.after.standing))

/** The same while a step runs. */
export const isInUseNow = (id: string, context: StepContext): boolean => isUsed(id, context, context.meanwhile)

function isUsed(id: string, context: AlterContext, there: Standing): boolean {
  const object = context.after.standing.get(id)
  if (object === undefined) return false
  const { columns, types } = usersOf(object, context, there)
  return columns.length > 0 || types.length > 1
}

/** What is there all along, and uses the same all along. */
const throughout = (side: SqlContext): Standing => ({
  get: (id) => side.get(id),
  dependents: (id) => side.dependents(id).filter((dependent) => side.stays(dependent, id)),
})

/**
 * The checks with which a domain is made anew: PostgreSQL refuses to add one while a list or a row of its values stands in
 * a column. Those of the domain that changes itself are taken from the side that it changes to.
 */
function checksOf({ id }: CatalogObject, changes: boolean, context: AlterContext): Clause[] {
  const side = changes ? context.after : context.after.standing
  // One that is made anew as well has its checks until then, or has them again on the way back.
  const there = changes || isDomainMadeAnew(id, context)
  return checks(id, side).flatMap((object) => {
    const text = domainConstraintSql.clause!(object.attributes, side, [])
    return text === undefined || !(there || side.stays(object.id)) ? [] : [{ object, text }]
  })
}

/** Checks that are not known to hold are added when the columns are converted. */
const uncheckedOf = ({ id }: CatalogObject, { after }: AlterContext): Statement[] =>
  checks(id, after.standing)
    .filter(
      (object) => object.attributes.notValid && after.standing.stays(object.id) && isUnchecked(after.get(object.id)),
    )
    .flatMap((object) => list(domainConstraintSql.create(object.attributes, after.standing, [])))

/** Not valid on this side either. */
const isUnchecked = (object: CatalogObject | undefined): boolean =>
  (object?.attributes as DomainConstraintAttributes | undefined)?.notValid === true

const checks = (domain: string, side: SqlContext): CatalogObject<DomainConstraintAttributes>[] =>
  side.dependents(domain).flatMap((id) => {
    const object = side.get(id)
    return object?.kind === 'domain-constraint' ? [object as CatalogObject<DomainConstraintAttributes>] : []
  })

/** A domain over one that is made anew has the default that it is to have. */
function withDefaultOf(type: CatalogObject, context: AlterContext): CatalogObject {
  const to = context.after.get(type.id)?.attributes as DomainAttributes | undefined
  if (type.kind !== 'domain' || to === undefined || !isMadeWithBase(to, context)) return type
  const { default: _default, ...attributes } = type.attributes as DomainAttributes
  return { ...type, attributes: { ...attributes, ...(to.default !== undefined && { default: to.default }) } }
}

/** A type that is made of others, by the names that these have meanwhile. */
function withTypes(object: CatalogObject, typeOf: (id: string, type: string) => string): CatalogObject {
  const named = <T extends { readonly type: string }>(item: T): T => ({ ...item, type: typeOf(object.id, item.type) })
  if (object.kind === 'domain') return { ...object, attributes: named(object.attributes as DomainAttributes) }
  if (object.kind !== 'composite-type') return object
  const { attributes = [], ...rest } = object.attributes as CompositeTypeAttributes
  return { ...object, attributes: { ...rest, attributes: attributes.map(named) } }
}

/** While the old domain holds the name that its NOT NULL would get by itself, that is given to the new one. */
function withName({ kind, attributes }: CatalogObject): object {
  if (kind !== 'domain') return attributes
  const { notNullName, name } = attributes as DomainAttributes
  return { ...attributes, notNullName: notNullName ?? defaultName([name], 'not_null') }
}

function putAside(type: CatalogObject): string[] {
  const { schema, name } = type.attributes as Named
  return [
    `ALTER ${wordOf(type)} ${qualified(schema, name)} RENAME TO ${quoteIdentifier(asideName(name))}`,
    ...(type.kind === 'range-type' ? renameRangeAside(type.attributes as RangeTypeAttributes, asideName) : []),
  ]
}

function convert(
  { schema, table, name, type, collation }: ColumnAttributes,
  keeps: boolean,
  { value }: RebuildOptions,
): string {
  const column = quoteIdentifier(name)
  return [
    `ALTER TABLE ${qualified(schema, table)} ALTER COLUMN ${column} TYPE ${type}`,
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
    ...(keeps && type !== undefined && collation !== undefined
      ? []
      : [`USING ${value?.({ schema, table, name, type, position: 0 }) ?? `${column}::text::${type}`}`]),
  ].join(' ')
}

/** What is asked of the database about what stands in it. */
type Standing = Pick<Moment, 'get' | 'dependents'>

interface Users {
  /** The type itself, and those made of it, each after what it is made of. */
  readonly types: readonly CatalogObject[]
  /** Columns to convert; those that a parent table's column carries along are left out. */
  readonly columns: readonly ColumnAttributes[]
  /** Tables OF one of the types. */
  readonly tables: readonly TableAttributes[]
  /** Children of INHERITS that hang off, since their columns come from several of the tables that are converted. */
  readonly apart: readonly InheritanceAttributes[]
}

/** What uses a type while it is made anew, in the form that it has then. */
function usersOf(root: CatalogObject, { before, after }: AlterContext, there: Standing): Users {
  const side = after.standing
  const seen = new Map<string, CatalogObject>()
  const types: CatalogObject[] = []
  const found: CatalogObject[] = []
  const waiting: ColumnAttributes[] = []
  const visit = (type: CatalogObject): void => {
    seen.set(type.id, type)
    waiting.push(...before.dependents(type.id).flatMap((id) => whileAside(before.get(id), before)))
    for (const id of there.dependents(type.id)) {
      const dependent = there.get(id)
      if (dependent === undefined || seen.has(id)) continue
      if (typeKinds.has(dependent.kind)) visit(dependent)
      else if (dependent.kind === 'column' || dependent.kind === 'table') {
        seen.set(id, dependent)
        found.push(dependent)
      }
    }
    types.unshift(type)
  }
  visit(root)
  const columns = found.flatMap((item) => (item.kind === 'column' ? [item.attributes as ColumnAttributes] : []))
  const severed = columns.filter((column) => comesFromSeveral(column, side.snapshot))
  const children = new Map(
    severed.flatMap(({ schema, table }) => {
      const id = `inheritance ${qualified(schema, table)}`
      return side.stays(id) ? [[id, side.get(id)!.attributes as InheritanceAttributes]] : []
    }),
  )
  const standIns = columns.flatMap((column) => {
    const { schema, table } = column
    const child = severed.includes(column) ? children.get(`inheritance ${qualified(schema, table)}`) : undefined
    if (child !== undefined) return [{ ...column, table: standInName(child) }]
    // One that hangs off anyway, on its way to other parents.
    const place = tableFor(columnId(column), { schema, name: table }, after)
    return column.inherited && place !== table ? [{ ...column, table: place }] : []
  })
  return {
    types,
    columns: [
      ...columns.filter((column) => (!column.inherited || isOff(column, side)) && column.generated === undefined),
      ...standIns,
      ...waiting,
    ],
    apart: [...children.values()],
    tables: found.flatMap((item) => {
      const table = item.attributes as TableAttributes
      return item.kind === 'table' && table.of !== undefined && types.some((type) => typeName(type) === table.of)
        ? [table]
        : []
    }),
  }
}

/** True for a column of a partition that is detached meanwhile. */
function isOff({ schema, table }: ColumnAttributes, side: SqlContext): boolean {
  const id = `partition ${qualified(schema, table)}`
  const partition = side.get(id)?.attributes as PartitionAttributes | undefined
  const comesBack = partition !== undefined && side.opposite.get(id) !== undefined && !side.stays(id)
  return comesBack && side.stays(`table ${qualified(schema, table)}`) && !isKept(partition, side)
}

/** A column of a table that is made anew stands beside it meanwhile, with its rows, as it has been. */
function whileAside(object: CatalogObject | undefined, side: SqlContext): ColumnAttributes[] {
  if (object?.kind !== 'column') return []
  const column = object.attributes as ColumnAttributes
  const id = `table ${qualified(column.schema, column.table)}`
  const table = side.get(id)?.attributes as TableAttributes | undefined
  const moves = table !== undefined && side.opposite.get(id) !== undefined && !side.stays(id) && isMoved(table, side)
  return moves && !waitsAsText(column, side) ? [{ ...column, table: tableAside(table) }] : []
}

const typeName = ({ attributes }: CatalogObject): string => {
  const { schema, name } = attributes as Named
  return qualified(schema, name)
}

const list = (statements: Statements): Statement[] =>
  Array.isArray(statements) ? [...(statements as readonly Statement[])] : [statements as Statement]
