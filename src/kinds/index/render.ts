import type { Kind, Writer } from '../kind.js'
import { isOfParentAlone } from '../partition/index-part.js'
import { storageOptions } from '../table/render-options.js'
import type { IndexAttributes } from './index-kind.js'
import { keyCode } from './render-key.js'

export const render: NonNullable<Kind<IndexAttributes>['render']> = ({ id, attributes: index }, writer) => {
  // Its definition is the parent's; the partition says its name.
  if (index.inherited !== undefined) return undefined
  // One that is not valid for another reason is to be mended.
  const invalid = isOfParentAlone('index', index, writer.snapshot)
  return { as: 'item', list: 'indexes', text: `${indexCode({ ...index, invalid }, writer)}${writer.with(id)}` }
}

/** `index('i').on(t.name).unique()`. */
export function indexCode(index: Omit<IndexAttributes, 'schema' | 'table'>, writer: Writer): string {
  const keys = index.keys.map((key) => keyCode(key, writer)).join(', ')
  return [
    `${writer.use('index')}(${writer.string(index.name)})`,
    index.method === 'btree' ? `.on(${keys})` : `.using('${index.method}', ${keys})`,
    index.unique && '.unique()',
    index.nullsNotDistinct && '.nullsNotDistinct()',
    index.include && `.include(${index.include.map((column) => writer.column(column)).join(', ')})`,
    index.predicate && `.where(${writer.sql(index.predicate)})`,
    index.options && `.options(${storageOptions(index.options, writer)})`,
    index.invalid && '.only()',
    index.tablespace && `.tablespace(${writer.string(index.tablespace)})`,
    index.statistics &&
      `.statistics({ ${Object.entries(index.statistics)
        .map(([at, target]) => `${at}: ${target}`)
        .join(', ')} })`,
  ]
    .filter(Boolean)
    .join('')
}
