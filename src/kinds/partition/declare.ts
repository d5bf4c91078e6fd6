import { targetId, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import type { Name } from '../../declare/name.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified } from '../../sql/identifier.js'
import { nameParts, Sql } from '../../sql/sql.js'
import { literal, type ColumnBuilder } from '../column/declare.js'
import {
  buildersOf,
  declareTable,
  tableObjects,
  type Columns,
  type ColumnsOf,
  type Table,
  type TableOptions,
} from '../table/declare.js'

/**
 * The name of a part, with what belongs to it, and what is set of it where that differs from the parent's:
 * `{ name: 'by_hand', options: { fillfactor: 70 }, parts: [comment('…')] }`.
 */
export type NamedPart = string | (Apart & { readonly name: string; readonly parts?: readonly Part[] })

interface Apart {
  /** Of a partition that is partitioned itself: not for its partitions (ON ONLY). */
  readonly only?: boolean
  /** Storage parameters; `null` takes away one that the parent's has. */
  readonly options?: Readonly<Record<string, string | number | boolean | null>>
  /** `pg_default` for that of the database. */
  readonly tablespace?: string
  /** Statistics targets of expression keys, by key number from 1; `{}` for none. */
  readonly statistics?: Readonly<Record<number, number>>
}

/** What is said of a partition beside its bound. */
export interface PartitionOptions<C extends Columns> extends Omit<TableOptions, 'inherits' | 'of'> {
  /** What differs from the parent's columns: `(c) => ({ priority: c.priority.default(10), note: c.note.notNull() })`. */
  readonly columns?: (c: C) => { readonly [K in keyof C]?: ColumnBuilder }
  /** Names of its parts of the parent's indexes and constraints, by the parent's name, where they are not automatic. */
  readonly names?: {
    readonly indexes?: Readonly<Record<string, NamedPart>>
    readonly constraints?: Readonly<Record<string, NamedPart>>
    /** Of NOT NULL constraints (18), by the column. */
    readonly notNulls?: Readonly<Record<string, string>>
  }
}

/** A value of a bound: a literal, `minvalue`, `maxvalue`, or any expression with `sql`. */
export type BoundValue = Sql | string | number | bigint | boolean | null | Date

/** Below every value, in the bound of a range. */
export const minvalue = new Sql(['MINVALUE'])
/** Above every value, in the bound of a range. */
export const maxvalue = new Sql(['MAXVALUE'])

/** Values as a bound lists them: `('de', 'fr')`. */
export const boundValues = (list: readonly BoundValue[]): string =>
  `(${list
    .map((value) =>
      value instanceof Sql ? value.text() : literal(value instanceof Date ? value.toISOString() : value),
    )
    .join(', ')})`

/** A partition that still has to say which rows it holds. */
export interface Unbound<C extends Columns> {
  /** The lower bound of a range, one value for each column of the key; it is part of the range. */
  from(...lower: readonly BoundValue[]): {
    /** The upper bound, which is not. */
    to(...upper: readonly BoundValue[]): Table<C>
  }
  /** The values of a list. */
  in(...list: readonly BoundValue[]): Table<C>
  /** A share of a hash: rows whose hash leaves `remainder` when divided by `modulus`. */
  modulus(modulus: number): { remainder(remainder: number): Table<C> }
  /** All rows that no other partition takes. */
  default(): Table<C>
}

/**
 * A partition of a table. Its columns are the parent's; options say what is its own, and `partitionBy` divides it further.
 *
 * @example
 * export const orders202601 = partition('orders_2026_01').of(orders).from('2026-01-01').to('2026-02-01')
 * export const ordersEu = partition('orders_eu')
 *   .of(orders, (t) => ({ indexes: [index('orders_eu_note_idx').on(t.note)] }))
 *   .in('de', 'fr')
 */
export const partition = (name: Name) => ({
  of<C extends Columns>(parent: Table<C>, options?: (t: ColumnsOf<C>) => PartitionOptions<C>): Unbound<C> {
    const bound = (text: string): Table<C> => declarePartition(name, parent, text, options)
    return {
      from: (...lower) => ({
        to: (...upper) => bound(`FOR VALUES FROM ${boundValues(lower)} TO ${boundValues(upper)}`),
      }),
      in: (...list) => bound(`FOR VALUES IN ${boundValues(list)}`),
      modulus: (modulus) => ({
        remainder: (remainder) => bound(`FOR VALUES WITH (modulus ${modulus}, remainder ${remainder})`),
      }),
      default: () => bound('DEFAULT'),
    }
  },
})

function declarePartition<C extends Columns>(
  name: Name,
  parent: Table<C>,
  bound: string,
  options: ((t: ColumnsOf<C>) => PartitionOptions<C>) | undefined,
): Table<C> {
  const columns = (): C =>
    Object.fromEntries(
      Object.entries(parent[buildersOf]()).map(([key, column]) => [key, column.inChild()]),
    ) as unknown as C
  return declareTable(name, columns, (self, builders, t) => {
    const { columns: own, names, ...table } = options?.(t) ?? {}
    own?.(builders)
    const [schema = '', parentName = ''] = parent[nameParts]
    return [
      ...tableObjects(self, builders, table),
      {
        kind: 'partition',
        attributes: { schema: self.schema, name: self.name, parent: { schema, name: parentName }, bound },
        requires: [parent[targetId]],
      },
      ...namedParts(self, [schema, parentName], names),
    ]
  })
}

const settings = ({ only, options, tablespace, statistics }: Apart): object => ({
  invalid: only,
  options: Object.entries(options ?? {}).map(([key, value]) => (value === null ? `-${key}` : `${key}=${value}`)),
  tablespace,
  statistics,
})

/** Parts whose definition is the parent's: their name is declared, and what is set of them apart. */
function namedParts(
  { schema, name: table }: Parent,
  parent: readonly [string, string],
  names: PartitionOptions<Columns>['names'],
): DeclaredObject[] {
  const each = (
    of: Readonly<Record<string, NamedPart>> | undefined,
    make: (from: string, name: string, apart: object) => DeclaredObject,
    idOf: (name: string) => string,
  ): DeclaredObject[] =>
    Object.entries(of ?? {}).flatMap(([from, value]) => {
      const { name, parts = [], ...apart } = typeof value === 'string' ? { name: value } : value
      const self = { id: idOf(name), schema, name }
      return [make(from, name, settings(apart)), ...parts.flatMap((part) => part.objects(self))]
    })
  return [
    ...each(
      names?.indexes,
      (from, name, apart) => ({
        kind: 'index',
        attributes: { schema, table, name, method: 'btree', inherited: qualified(parent[0], from), ...apart },
      }),
      (name) => `index ${qualified(schema, name)}`,
    ),
    ...each(
      names?.constraints,
      (from, name, apart) => ({
        kind: 'constraint',
        attributes: { schema, table, name, type: 'unique', inherited: qualified(...parent, from), ...apart },
      }),
      (name) => `constraint ${qualified(schema, table, name)}`,
    ),
    ...Object.entries(names?.notNulls ?? {}).map(([column, name]) => ({
      kind: 'not-null',
      attributes: {
        schema,
        table,
        column,
        inherited: true,
        ...(name !== defaultName([table, column], 'not_null') && { name }),
      },
    })),
  ]
}
