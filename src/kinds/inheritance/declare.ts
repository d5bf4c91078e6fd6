import { buildersOf, type Columns, type Table } from '../table/declare.js'

/**
 * The columns that a table has from the one that it inherits from, to be spread among its own. What is said of one of them
 * holds for the child alone.
 *
 * @example
 * export const capitals = table('capitals', (c) => ({ ...inherited(cities), state: c.char(2) }), () => ({ inherits: [cities] }))
 */
export const inherited = <C extends Columns>(parent: Table<C>): C =>
  Object.fromEntries(
    Object.entries(parent[buildersOf]()).map(([key, column]) => [key, column.inChild()]),
  ) as unknown as C
