import { unwrap } from '../../sql/expression.js'
import type { Kind, Writer } from '../kind.js'
import { storageOptions } from '../table/render-options.js'
import type { IndexAttributes, IndexKey } from './index-kind.js'

function keyCode({ column, expression, collation, opclass, desc, nulls }: IndexKey, writer: Writer): string {
  const bare = [collation, opclass, desc, nulls].every((item) => item === undefined)
  const base = column === undefined ? writer.sql(unwrap(expression!)) : writer.column(column)
  if (bare) return base
  return [
    column === undefined ? `${writer.use('key')}(${base})` : base,
    collation && `.collation(${writer.string(collation)})`,
    opclass && `.op(${writer.string(opclass)})`,
    desc && '.desc()',
    nulls && (nulls === 'first' ? '.nullsFirst()' : '.nullsLast()'),
  ]
    .filter(Boolean)
    .join('')
}

export const render: NonNullable<Kind<IndexAttributes>['render']> = ({ id, attributes: index }, writer) => {
  // Its definition is the parent's; the partition says its name.
  if (index.inherited !== undefined) return undefined
  return { as: 'item', list: 'indexes', text: `${indexCode(index, writer)}${writer.with(id)}` }
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
