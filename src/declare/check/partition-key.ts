import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Declared } from '../../desired/declared.js'
import type { PartitionPolicyAttributes } from '../../kinds/partition-policy/partition-policy.js'
import { qualified } from '../../sql/identifier.js'
import type { DeclarationRule } from './rule.js'

interface Key {
  readonly schema: string
  readonly table: string
  readonly type?: string
  readonly unique?: boolean
  readonly columns?: readonly string[]
  readonly keys?: readonly { readonly column?: string }[]
}

/** The plain columns of the partition key of a declared table; expressions are left to the server. */
function partitionColumns(table: CatalogObject | undefined, declared: Declared): readonly string[] {
  const { schema, name, partitionBy } = (table?.attributes ?? {}) as {
    schema: string
    name: string
    partitionBy?: string
  }
  if (partitionBy === undefined) return []
  const policy = declared.objects.get(`partition-policy ${qualified(schema, name)}`)?.attributes
  const below = (policy as PartitionPolicyAttributes | undefined)?.template?.below?.by
  const list = [partitionBy, below ?? ''].map((by) => by.slice(by.indexOf('(') + 1, -1)).join(', ')
  return list.split(/,\s*/).flatMap((part) => {
    const column = declared.objects.get(`column ${qualified(schema, name)}.${part.trim()}`)
    return column === undefined ? [] : (column.attributes as { name: string }).name
  })
}

/** UNIQUE and PRIMARY KEY of a partitioned table hold only within a partition, unless they contain its key. */
export const keyMissesPartitionKey: DeclarationRule = ({ id, kind, attributes }, declared) => {
  const key = attributes as Key
  const isKey =
    kind === 'constraint' ? key.type === 'primary key' || key.type === 'unique' : kind === 'index' && key.unique
  if (!isKey) return undefined
  const own = key.columns ?? (key.keys ?? []).flatMap(({ column }) => column ?? [])
  const table = declared.objects.get(`table ${qualified(key.schema, key.table)}`)
  const missing = partitionColumns(table, declared).filter((column) => !own.includes(column))
  if (missing.length === 0) return undefined
  const word = key.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE'
  return {
    code: 'TM120',
    subject: id,
    what: `${word} (${own.join(', ')}) does not contain the partition key ${missing.join(', ')} of ${key.schema}.${key.table}`,
    why: 'PostgreSQL enforces uniqueness in each partition by itself, so that the key has to tell the partition',
    fix: [
      `add ${missing.join(', ')} to it (weaker: the same ${own.join(', ')} may come again with another ${missing.join(', ')})`,
      'or make it unique in each partition only, with an index of each partition',
      `or keep the keys that were seen in a table of their own, with PRIMARY KEY (${own.join(', ')}), written in the same transaction`,
      `or partition by hash of ${own[0]} instead`,
    ],
  }
}

/** A foreign key refers to a key, and a key of a partitioned table contains the partition key. */
export const referencesPartOfKey: DeclarationRule = ({ id, kind, attributes: own }, declared) => {
  const attributes = own as Key & { references?: { schema: string; table: string; columns?: readonly string[] } }
  const { type, columns = [], references } = attributes
  if (kind !== 'constraint' || type !== 'foreign key' || references?.columns === undefined) return undefined
  const table = declared.objects.get(`table ${qualified(references.schema, references.table)}`)
  const missing = partitionColumns(table, declared).filter((column) => !references.columns!.includes(column))
  if (missing.length === 0) return undefined
  const [name, to, key] = [
    `${references.schema}.${references.table}`,
    references.columns.join(', '),
    missing.join(', '),
  ]
  return {
    code: 'TM134',
    subject: id,
    what: `${id.replace('constraint ', '')} refers to ${name} (${to}), which is partitioned by ${key}`,
    why: 'a key of a partitioned table contains the partition key, so that nothing keeps this part of it unique',
    fix: [
      `keep ${key} beside ${columns.join(', ')} in ${attributes.schema}.${attributes.table}, and refer to (${to}, ${key})`,
      `or partition ${name} by hash of ${to}`,
      `or keep (${to}) in a table of its own that both refer to`,
      'or leave the foreign key out, and let a trigger or the application look',
    ],
  }
}

/** A generated column is computed after the partition has been chosen. */
export const generatedPartitionKey: DeclarationRule = (object, declared) => {
  if (object.kind !== 'table') return undefined
  const { schema, name } = object.attributes as { schema: string; name: string }
  const generated = partitionColumns(object, declared).find((column) => {
    const found = declared.objects.get(`column ${qualified(schema, name, column)}`)
    return found !== undefined && 'generated' in found.attributes
  })
  if (generated === undefined) return undefined
  return {
    code: 'TM121',
    subject: object.id,
    what: `${schema}.${name} is partitioned by the generated column ${generated}`,
    why: 'PostgreSQL chooses the partition of a row before it computes generated columns',
    fix: [
      'partition by the column that it is generated from',
      'or fill it by a default, or by the application, instead',
    ],
  }
}

/** A partitioned table holds no rows itself, and says nothing of how its partitions are stored. */
export const unloggedPartitioned: DeclarationRule = ({ id, attributes }) => {
  const { unlogged, partitionBy } = attributes as { unlogged?: boolean; partitionBy?: string }
  if (!unlogged || partitionBy === undefined) return undefined
  return {
    code: 'TM122',
    subject: id,
    what: `${id} is both partitioned and unlogged`,
    why: 'a partitioned table has no storage of its own',
    fix: 'declare its partitions as unlogged instead',
  }
}
