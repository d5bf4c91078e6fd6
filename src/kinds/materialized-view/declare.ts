import type { Name } from '../../declare/name.js'
import type { Sql } from '../../sql/sql.js'
import { storageParameters } from '../table/declare.js'
import { declareView, type OptionsOf, type View, type ViewParts } from '../view/declare.js'
import { materializedViewKind } from './materialized-view.js'

export interface MaterializedViewOptions extends ViewParts {
  /** Stays empty, and cannot be read, until somebody refreshes it. */
  readonly withNoData?: boolean
  /** Storage parameters: `{ fillfactor: 70 }`. */
  readonly options?: Readonly<Record<string, string | number | boolean>>
  readonly tablespace?: string
  readonly accessMethod?: string
}

/**
 * A materialized view (CREATE MATERIALIZED VIEW).
 *
 * @example
 * export const totals = materializedView<'day'>('totals', (t) => ({ indexes: [index('totals_day').on(t.day)] }),
 *   sql`SELECT day, sum(amount) AS total FROM orders GROUP BY day`)
 */
export function materializedView(name: Name, query: Sql): View
export function materializedView<C extends string = string>(
  name: Name,
  options: OptionsOf<MaterializedViewOptions, C>,
  query: Sql,
): View
export function materializedView(
  name: Name,
  ...rest: readonly [Sql] | readonly [OptionsOf<MaterializedViewOptions>, Sql]
): View {
  return declareView(materializedViewKind, name, rest, ({ withNoData, options, tablespace, accessMethod }) => ({
    populated: !withNoData,
    ...(options && { options: storageParameters(options) }),
    ...(tablespace && { tablespace }),
    ...(accessMethod && { accessMethod }),
  }))
}
