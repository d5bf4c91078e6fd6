import {
  origin,
  register,
  targetId,
  type DeclaredObject,
  type Parent,
  type Part,
  type Target,
} from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { refNeeds, type ObjectRef } from '../../declare/type.js'
import { declaredOptions } from '../../sql/foreign-options.js'
import type { OptionValues } from '../foreign-data-wrapper/declare.js'
import { undeclaredColumn } from '../../declare/errors.js'
import { nameParts } from '../../sql/sql.js'
import { qualified } from '../../sql/identifier.js'
import type { PartitionKey } from '../partition/key.js'
import type { ColumnBuilder, ColumnState } from '../column/declare.js'
import { Column } from '../column/reference.js'
import { columnTypes, type ColumnTypes, type TypeTarget } from '../column/types.js'
import { idOf } from '../kind.js'
import { tableKind, type TableAttributes } from './table.js'

export type Columns = Readonly<Record<string, ColumnBuilder>>
/** The columns of a table by name, to use in its constraints, indexes and policies. */
export type ColumnsOf<C extends Columns> = { readonly [K in keyof C]: Column }

/** What is said of a table beside its columns. Every list takes any part: the names only order the reading. */
export interface TableOptions {
  readonly constraints?: readonly Part[]
  readonly indexes?: readonly Part[]
  readonly policies?: readonly Part[]
  readonly triggers?: readonly Part[]
  readonly grants?: readonly Part[]
  /** Comments, owner, statistics, rules and whatever else belongs to the table. */
  readonly parts?: readonly Part[]
  readonly unlogged?: boolean
  /** `range(t.ts)`, `list(t.region)`, `hash(t.id)`. */
  readonly partitionBy?: PartitionKey
  /** The tables that this one inherits from (INHERITS); their columns come with `...inherited(parent)`. */
  readonly inherits?: readonly Target[]
  /** The composite type of a typed table (CREATE TABLE … OF). */
  readonly of?: TypeTarget | string
  /** Storage parameters; those of the TOAST table as `'toast.…'`. */
  readonly options?: Readonly<Record<string, string | number | boolean>>
  readonly tablespace?: string
  readonly accessMethod?: string
  /** The table's name before, so that it is renamed and keeps its rows. */
  readonly renamedFrom?: string
  /** For a foreign table (CREATE FOREIGN TABLE): its server, and how that calls it. */
  readonly foreign?: { readonly server: ObjectRef; readonly options?: OptionValues }
  /** ENABLE ROW LEVEL SECURITY; `force` for the owner too; `force-only` is prepared for the owner and not yet enabled. */
  readonly rowSecurity?: boolean | 'force' | 'force-only'
}

const columnsKey: unique symbol = Symbol('tidemark.columns')
/** The builders of a declared table's columns, for its children. */
export const buildersOf: unique symbol = Symbol('tidemark.builders')

/** A declared table. Its columns are its properties: `devices.device_uid`. */
export type Table<C extends Columns = Columns> = ColumnsOf<C> &
  Target & { readonly [columnsKey]: C; readonly [buildersOf]: () => C }

type State<B> = B extends ColumnBuilder<infer S> ? S : ColumnState
type Value<S extends ColumnState> = S['notNull'] extends true ? S['type'] : S['type'] | null
type Required<C> = {
  [K in keyof C]: State<C[K]> extends { notNull: true; hasDefault: false; generated: false } ? K : never
}[keyof C]
type Writable<C> = { [K in keyof C]: State<C[K]> extends { generated: true } ? never : K }[keyof C]
/** Any table: its columns are only looked at by the types that take it apart. */
export interface AnyTable {
  readonly [columnsKey]: object
}
type ColumnsIn<T> = T extends { readonly [columnsKey]: infer C } ? C : never

/** A row as it is read: `Row<typeof devices>`. */
export type Row<T extends AnyTable> = { [K in keyof ColumnsIn<T>]: Value<State<ColumnsIn<T>[K]>> }

/** A row as it is inserted: columns with a default or that may be null can be left out, generated ones cannot be given. */
export type NewRow<T extends AnyTable> = { [K in Required<ColumnsIn<T>>]: Value<State<ColumnsIn<T>[K]>> } & {
  [K in Exclude<Writable<ColumnsIn<T>>, Required<ColumnsIn<T>>>]?: Value<State<ColumnsIn<T>[K]>>
}

/**
 * A table: a name, its columns, and a function for the rest.
 *
 * @example
 * export const devices = table('devices', (c) => ({
 *   device_uid: c.text().primaryKey(),
 *   owner: c.text().notNull(),
 * }), (t) => ({ indexes: [index('devices_owner_idx').on(t.owner)] }))
 */
export function table<C extends Columns>(
  name: Name,
  columns: (c: ColumnTypes) => C,
  options?: (t: ColumnsOf<C>) => TableOptions,
): Table<C> {
  return declareTable(
    name,
    () => columns(columnTypes),
    (self, builders, t) => tableObjects(self, builders, options?.(t) ?? {}),
  )
}

/** A declaration that stands for a table; `objects` says what it is made of. */
export function declareTable<C extends Columns>(
  name: Name,
  columns: () => C,
  objects: (self: Parent, builders: C, t: ColumnsOf<C>) => readonly DeclaredObject[],
): Table<C> {
  const attributes = { schema: schemaOf(name), name: nameOf(name) }
  const self: Parent = { id: idOf(tableKind, attributes), ...attributes }
  const at = origin()
  let builders: C | undefined
  let bound: ColumnsOf<C> | undefined
  // Described only when first asked for, so that files may refer to each other in a circle.
  const describeBuilders = (): C => (builders ??= columns())
  const describe = (): ColumnsOf<C> =>
    (bound ??= Object.fromEntries(
      Object.keys(describeBuilders()).map((key) => [key, new Column(self, key)]),
    ) as ColumnsOf<C>)
  register({
    origin: at,
    objects: () => {
      const found = objects(self, describeBuilders(), strict(describe(), self))
      // A schema of thousands of tables would keep them all for nothing; a child that asks has them described again.
      builders = undefined
      return found
    },
  })
  const own = {
    [targetId]: self.id,
    [nameParts]: [self.schema, self.name],
    [buildersOf]: describeBuilders,
  }
  return new Proxy(own as never, {
    get: (target, key) =>
      typeof key === 'symbol' ? Reflect.get(target, key) : Reflect.get(strict(describe(), self), key),
    has: (target, key) => (typeof key === 'symbol' ? Reflect.has(target, key) : key in describe()),
  })
}

/** The objects of a table with these columns. */
export function tableObjects(self: Parent, columns: Columns, options: TableOptions): DeclaredObject[] {
  const {
    unlogged,
    partitionBy,
    of,
    options: storage,
    tablespace,
    accessMethod,
    rowSecurity,
    renamedFrom,
    inherits = [],
    foreign,
    ...lists
  } = options
  const name = { schema: self.schema, name: self.name }
  const attributes: TableAttributes = {
    ...name,
    ...(unlogged && { unlogged }),
    ...(partitionBy && { partitionBy: `${partitionBy.strategy.toUpperCase()} (${partitionBy.key})` }),
    ...(of && { of: typeof of === 'string' ? of : qualified(...of[nameParts]) }),
    ...(storage && { options: storageParameters(storage) }),
    ...(tablespace && { tablespace }),
    ...(accessMethod && { accessMethod }),
    ...(foreign && foreignAttributes(foreign)),
    ...(rowSecurity && rowSecurity !== 'force-only' && { rowSecurity: true }),
    ...(typeof rowSecurity === 'string' && { forceRowSecurity: true }),
  }
  const parts = Object.values(lists).flatMap((value: Part | readonly Part[] | undefined) => value ?? [])
  return [
    {
      kind: 'table',
      attributes,
      ...(renamedFrom && { renamedFrom }),
      requires: [...(of && typeof of !== 'string' ? [of[targetId]] : []), ...(foreign ? refNeeds(foreign.server) : [])],
    },
    ...Object.entries(columns).flatMap(([key, column], index) => column.objects(self, key, index + 1)),
    ...parts.flatMap((part) => part.objects(self)),
    ...(inherits.length === 0
      ? []
      : [
          {
            kind: 'inheritance',
            attributes: { ...name, parents: inherits.map((parent) => qualified(...parent[nameParts])) },
          },
        ]),
  ]
}

function foreignAttributes({ server, options }: NonNullable<TableOptions['foreign']>): Partial<TableAttributes> {
  const { options: foreignOptions, secrets: foreignSecrets, variables: foreignVariables } = declaredOptions(options)
  return {
    foreign: typeof server === 'string' ? server : server[nameParts].at(-1)!,
    ...(foreignOptions && { foreignOptions }),
    ...(foreignSecrets && { foreignSecrets }),
    ...(foreignVariables && { foreignVariables }),
  }
}

/** Storage parameters as the catalog holds them. */
export const storageParameters = (options: Readonly<Record<string, string | number | boolean>>): readonly string[] =>
  Object.entries(options)
    .map(([key, value]) => `${key}=${value}`)
    .sort()

/** Columns by name; a column that does not exist is an error that names those that do. */
function strict<T extends object>(columns: T, self: Parent): T {
  return new Proxy(columns, {
    get: (target, key) => {
      if (typeof key === 'symbol' || Object.hasOwn(target, key)) return Reflect.get(target, key)
      throw undeclaredColumn(self, key, Object.keys(target))
    },
  })
}
