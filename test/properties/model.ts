import fc from 'fast-check'
import { check, foreignKey, index, primaryKey, sql, table, unique, type Column } from 'tidemark'
import type { Part } from '../../src/declare/declaration.js'
import type { ColumnTypes } from '../../src/kinds/column/types.js'

/** A schema as data, so that a failure shrinks to a small one. */
export interface Model {
  readonly tables: readonly TableModel[]
}

interface TableModel {
  readonly name: string
  readonly idType: 'integer' | 'bigint'
  readonly key: 'primary key' | 'unique' | 'identity'
  readonly columns: readonly ColumnModel[]
  readonly references: readonly ReferenceModel[]
  readonly constraints: readonly ConstraintModel[]
  readonly indexes: readonly IndexModel[]
}

interface ColumnModel {
  readonly name: string
  readonly type: number
  readonly notNull: boolean
  readonly value: number
}

interface ReferenceModel {
  readonly column: string
  readonly type: 'integer' | 'bigint'
  readonly to: string
  readonly onDelete?: 'cascade' | 'set null' | undefined
  readonly deferrable: boolean
}

interface ConstraintModel {
  readonly name: string
  readonly column: string
  readonly type: 'unique' | 'check' | 'not valid'
  readonly limit: number
}

interface IndexModel {
  readonly name: string
  readonly columns: readonly string[]
  readonly desc: boolean
  readonly unique: boolean
  readonly partial: boolean
  readonly expression: boolean
}

/** Hostile and plain names alike. */
const tableNames = ['users', 'Orders', 'with space', 'select']
const columnNames = ['n', 'Text', 'a "b"', 'amount', 'flag']

/** What a column of a name may be: only types that can be converted into each other. */
const families: Readonly<Record<string, readonly string[]>> = {
  n: ['smallint', 'integer', 'bigint'],
  Text: ['text', 'character varying(20)', 'character varying(40)'],
  'a "b"': ['text', 'text COLLATE "C"'],
  amount: ['numeric(8,2)', 'numeric(12,2)', 'numeric', 'double precision'],
  flag: ['boolean'],
}
const defaults: Readonly<Record<string, readonly string[]>> = {
  n: ['0', '1 + 1'],
  Text: [`'x'`, `upper('y')`],
  'a "b"': [`'it''s'`, `''`],
  amount: ['0', '1.5'],
  flag: ['true', 'false'],
}

const uniqueBy = <T>(item: fc.Arbitrary<T>, by: (item: T) => string, maxLength: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(item, { selector: by, maxLength })

const column = fc.record({
  name: fc.constantFrom(...columnNames),
  type: fc.nat(3),
  notNull: fc.boolean(),
  value: fc.nat(2),
})

const reference = fc.record({
  column: fc.constantFrom('ref_a', 'Ref B'),
  type: fc.constantFrom('integer' as const, 'bigint' as const),
  to: fc.constantFrom(...tableNames),
  onDelete: fc.constantFrom('cascade' as const, 'set null' as const, undefined),
  deferrable: fc.boolean(),
})

const constraint = fc.record({
  name: fc.constantFrom('x0', 'x1', 'X 2'),
  column: fc.constantFrom(...columnNames),
  type: fc.constantFrom('unique' as const, 'check' as const, 'not valid' as const),
  limit: fc.nat(2),
})

const indexModel = fc.record({
  name: fc.constantFrom('x0', 'x1', 'X 2'),
  columns: fc.uniqueArray(fc.constantFrom(...columnNames), { minLength: 1, maxLength: 2 }),
  desc: fc.boolean(),
  unique: fc.boolean(),
  partial: fc.boolean(),
  expression: fc.boolean(),
})

const tableModel: fc.Arbitrary<TableModel> = fc.record({
  name: fc.constantFrom(...tableNames),
  idType: fc.constantFrom('integer' as const, 'bigint' as const),
  key: fc.constantFrom('primary key' as const, 'unique' as const, 'identity' as const),
  columns: uniqueBy(column, (item) => item.name, 4),
  references: uniqueBy(reference, (item) => item.column, 2),
  constraints: uniqueBy(constraint, (item) => item.name, 2),
  indexes: uniqueBy(indexModel, (item) => item.name, 3),
})

export const models: fc.Arbitrary<Model> = uniqueBy(tableModel, (item) => item.name, 4).map((tables) => ({ tables }))

/** Declares a model; what refers to something that it lacks is left out. Tables may refer to each other in circles. */
export function declare({ tables }: Model): void {
  const existing = new Set(tables.map((model) => model.name))
  const made = new Map<string, { id: Column }>()
  for (const model of tables)
    made.set(
      model.name,
      declareTable(model, existing, (name) => made.get(name)!.id),
    )
}

function declareTable(
  model: TableModel,
  existing: ReadonlySet<string>,
  idOf: (table: string) => Column,
): { id: Column } {
  const names = new Set(model.columns.map((item) => item.name))
  const references = model.references.filter((item) => existing.has(item.to))
  return table(
    model.name,
    (c) => ({
      id: model.key === 'identity' ? c.type(model.idType).identity().primaryKey() : c.type(model.idType).notNull(),
      ...Object.fromEntries(model.columns.map((item) => [item.name, columnOf(item, c)])),
      ...Object.fromEntries(references.map((item) => [item.column, c.type(item.type)])),
    }),
    (bound) => {
      const t = bound as Readonly<Record<string, Column>>
      const key: Part[] =
        model.key === 'identity' ? [] : [(model.key === 'unique' ? unique() : primaryKey()).on(t['id']!)]
      const constraints = model.constraints.filter((item) => names.has(item.column))
      const taken = new Set(constraints.map((item) => item.name))
      return {
        constraints: [
          ...key,
          ...constraints.map((item) => constraintOf(item, model, t)),
          ...references.map((item) => referenceOf(item, t, () => idOf(item.to))),
        ],
        indexes: model.indexes
          .filter((item) => item.columns.every((name) => names.has(name)) && !taken.has(item.name))
          .map((item) => indexOf(item, model, t)),
      }
    },
  ) as unknown as { id: Column }
}

function columnOf({ name, type, notNull, value }: ColumnModel, c: ColumnTypes) {
  const family = families[name]!
  const [base = '', collation] = family[type % family.length]!.split(' COLLATE ')
  const made = c.type(base)
  if (collation !== undefined) made.collate('C')
  if (notNull) made.notNull()
  const text = defaults[name]![value]
  return text === undefined ? made : made.default(sql.raw(text))
}

function constraintOf(
  { name, column: on, type, limit }: ConstraintModel,
  model: TableModel,
  t: Readonly<Record<string, Column>>,
): Part {
  if (type === 'unique') return unique(`${model.name} ${name}`).on(t[on]!)
  const made = check(`${model.name} ${name}`, sql`${t[on]!} IS NOT NULL OR ${limit} > 1`)
  return type === 'not valid' ? made.notValid() : made
}

function referenceOf(model: ReferenceModel, t: Readonly<Record<string, Column>>, to: () => Column): Part {
  const made = foreignKey()
    .on(t[model.column]!)
    .references(() => [to()])
  if (model.onDelete !== undefined) made.onDelete(model.onDelete)
  return model.deferrable ? made.deferrable('deferred') : made
}

function indexOf(item: IndexModel, model: TableModel, t: Readonly<Record<string, Column>>): Part {
  const keys = item.columns.map((name) => (item.desc ? t[name]!.desc() : t[name]!))
  const extra = item.expression ? [sql`${t[item.columns[0]!]!}::text || '!'`] : []
  const textual = ['Text', 'a "b"'].includes(item.columns[0]!)
  const made = index(`${model.name} ${item.name}`).on(...keys, ...(textual ? extra : []))
  if (item.unique) made.unique()
  return item.partial ? made.where(sql`id > 10`) : made
}
