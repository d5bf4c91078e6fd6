import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind } from '../kind.js'
import type { IndexAttributes, IndexKey } from './index-kind.js'

export function keyText({ column, expression, collation, opclass, desc, nulls }: IndexKey): string {
  return [
    column === undefined ? expression : quoteIdentifier(column),
    collation && `COLLATE ${collation}`,
    opclass,
    desc && 'DESC',
    nulls && `NULLS ${nulls.toUpperCase()}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function create(index: IndexAttributes): string {
  return [
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(index.name)}`,
    `ON ${qualified(index.schema, index.table)}`,
    index.method === 'btree' ? undefined : `USING ${quoteIdentifier(index.method)}`,
    `(${index.keys.map(keyText).join(', ')})`,
    index.include && `INCLUDE (${index.include.map(quoteIdentifier).join(', ')})`,
    index.nullsNotDistinct && 'NULLS NOT DISTINCT',
    index.options && `WITH ${optionList(index.options)}`,
    index.tablespace && `TABLESPACE ${quoteIdentifier(index.tablespace)}`,
    index.predicate && `WHERE ${index.predicate}`,
  ]
    .filter(Boolean)
    .join(' ')
}

export const alterIndex = ({ schema, name }: IndexAttributes): string => `ALTER INDEX ${qualified(schema, name)}`

export const sql: Kind<IndexAttributes>['sql'] = {
  create: (index) => [
    create(index),
    ...Object.entries(index.statistics ?? {}).map(
      ([key, target]) => `${alterIndex(index)} ALTER COLUMN ${key} SET STATISTICS ${target}`,
    ),
  ],
  drop: ({ schema, name }) => `DROP INDEX ${qualified(schema, name)}`,
  rename: (before, after) => `${alterIndex(before)} RENAME TO ${quoteIdentifier(after.name)}`,
  reference: ({ schema, name }) => `INDEX ${qualified(schema, name)}`,
}
