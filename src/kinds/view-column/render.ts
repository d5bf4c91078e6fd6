import { enclose, propertyKey } from '../../pull/layout.js'
import type { Kind } from '../kind.js'
import { storageOptions } from '../table/render-options.js'
import type { ViewColumnAttributes } from './view-column.js'

/** `total: { default: sql`0`, parts: [comment('…')] }`; nothing for a column of which nothing is to be said. */
export const render: NonNullable<Kind<ViewColumnAttributes>['render']> = ({ id, attributes: column }, writer) => {
  const parts = [...writer.lists(id).values()].flat()
  const entries = {
    default: column.default === undefined ? undefined : writer.sql(column.default),
    statistics: column.statistics?.toString(),
    storage: column.storage && writer.string(column.storage),
    compression: column.compression && writer.string(column.compression),
    options: column.options && storageOptions(column.options, writer),
    parts: parts.length === 0 ? undefined : enclose('[', parts, ']'),
  }
  if (Object.values(entries).every((entry) => entry === undefined)) return undefined
  return { as: 'item', list: 'columns', text: `${propertyKey(column.name)}: ${writer.object(entries)}` }
}
