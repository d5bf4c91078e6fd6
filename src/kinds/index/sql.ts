import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind, SqlContext } from '../kind.js'
import { childrenOf, comesFromParent, partsOf } from '../partition/attachment.js'
import {
  isAttachedAlone,
  lostWith,
  originOf,
  ownSettings,
  runFound,
  settingsOf,
  type Origin,
} from '../partition/index-part.js'
import type { IndexAttributes, IndexKey } from './index-kind.js'
import { alterIndex, setStatistics } from './settings.js'

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

function definition(index: IndexAttributes, only = ''): string {
  const head = `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(index.name)}`
  return `${head} ON ${only}${qualified(index.schema, index.table)} ${definitionOf(index)}`
}

/** What follows the name of the table in CREATE INDEX. */
export function definitionOf(index: Omit<IndexAttributes, 'schema' | 'table'>): string {
  return [
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

const build = (index: IndexAttributes, only = ''): string[] => [
  definition(index, only),
  ...Object.keys(index.statistics ?? {}).map((key) => setStatistics(index, key)),
]

const nameOf = ({ schema, name }: IndexAttributes): string => qualified(schema, name)

/** What is declared of an attached index is its name, and what is set of it. */
function whole(index: IndexAttributes, context: SqlContext): IndexAttributes {
  const parent = context.get(`index ${index.inherited}`)?.attributes as IndexAttributes | undefined
  if (index.keys !== undefined || parent === undefined) return index
  const { invalid: _invalid, ...definition } = whole(parent, context)
  return { ...definition, ...index, ...settingsOf('index', index, context.snapshot) }
}

/** An index that its parent's brings, or that is to be given its name and put in its place. */
function fromParent(index: IndexAttributes, origin: Origin, context: SqlContext): string[] {
  const renameTo = `RENAME TO ${quoteIdentifier(index.name)}`
  switch (origin.by) {
    case 'itself':
      return []
    case 'rename':
      return [`ALTER INDEX ${qualified(index.schema, origin.from)} ${renameTo}`]
    case 'attach':
      return [
        ...build(whole(index, context), isPartial(index, context) ? 'ONLY ' : ''),
        `ALTER INDEX ${index.inherited} ATTACH PARTITION ${nameOf(index)}`,
      ]
    case 'search':
      return [
        runFound(
          `SELECT coalesce('ALTER INDEX ' || to_regclass(${quoteLiteral(nameOf(index))})::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, ${quoteLiteral(index.name)}) INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = ${quoteLiteral(index.inherited!)}::regclass AND c.relname <> ${quoteLiteral(index.name)}
     AND x.indrelid = ${quoteLiteral(qualified(index.schema, index.table))}::regclass;`,
        ),
      ]
  }
}

/** Partitions whose keys are attached to an index let go of it only when they are detached themselves. */
function heldBy(index: IndexAttributes, context: SqlContext): { detach: string[]; attach: string[] } {
  const parent = qualified(index.schema, index.table)
  const detach: string[] = []
  const attach: string[] = []
  for (const child of childrenOf(context.snapshot, parent)) {
    const holds = partsOf(context.snapshot, child).some(
      ({ attributes }) => (attributes as { attachedTo?: string }).attachedTo === nameOf(index),
    )
    if (!holds || !context.stays(`partition ${child}`)) continue
    detach.push(`ALTER TABLE ${parent} DETACH PARTITION ${child}`)
    const { bound } = context.opposite.get(`partition ${child}`)!.attributes as { bound: string }
    attach.push(`ALTER TABLE ${parent} ATTACH PARTITION ${child} ${bound}`)
  }
  return { detach, attach }
}

function drop(index: IndexAttributes, context: SqlContext): string[] {
  const { detach, attach } = heldBy(index, context)
  const lost = lostWith(`index ${nameOf(index)}`, context) as unknown as readonly { attributes: IndexAttributes }[]
  const again = lost.flatMap(({ attributes }) =>
    build(attributes, isPartial(attributes, context.opposite) ? 'ONLY ' : ''),
  )
  return [...detach, `DROP INDEX ${nameOf(index)}`, ...again, ...attach]
}

/** An index of a partitioned table that not every partition has a part of is built on the parent alone. */
const isPartial = (index: IndexAttributes, context: SqlContext): boolean =>
  index.invalid === true && childrenOf(context.snapshot, qualified(index.schema, index.table)).length > 0

export const sql: Kind<IndexAttributes>['sql'] = {
  create: (index, context) => {
    const origin = originOf('index', index, context)
    if (origin === undefined) return build(index, isPartial(index, context) ? 'ONLY ' : '')
    const settings = origin.by === 'attach' ? [] : ownSettings('index', index, context.snapshot)
    return [...fromParent(index, origin, context), ...settings]
  },
  drop: (index, context) =>
    comesFromParent(index, context) || isAttachedAlone('index', index, context.snapshot) ? [] : drop(index, context),
  rename: (before, after) => `${alterIndex(before)} RENAME TO ${quoteIdentifier(after.name)}`,
  reference: ({ schema, name }) => `INDEX ${qualified(schema, name)}`,
}
