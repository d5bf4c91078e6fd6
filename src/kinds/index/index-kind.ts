import { qualified } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { relationId, type OnRelation } from '../relation.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { childrenOf, descendantsOf, isMadeThroughParent, partsOf } from '../partition/attachment.js'
import { isImpliedPart, namedBefore } from '../partition/index-part.js'
import { cannotStay, madeAfter } from '../partition/reattached.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { sql } from './sql.js'
import { alikeBefore } from './alike.js'
import { isTaken, madeBeside } from './taken.js'

/** One key of an index; what is at its default is left out. */
export interface IndexKey {
  readonly column?: string
  /** With the parentheses that it needs, where it is not a column. */
  readonly expression?: string
  /** Qualified. */
  readonly collation?: string
  /** Qualified, with its options: `public.gin_trgm_ops`. */
  readonly opclass?: string
  readonly desc?: boolean
  /** Where it is not the default of the direction. */
  readonly nulls?: 'first' | 'last'
}

export interface IndexAttributes extends OnRelation {
  readonly name: string
  readonly method: string
  readonly unique?: boolean
  readonly nullsNotDistinct?: boolean
  /** Not declared of an attached index, whose definition is the parent's. */
  readonly keys: readonly IndexKey[]
  readonly include?: readonly string[]
  readonly predicate?: string
  readonly options?: readonly string[]
  readonly tablespace?: string
  /** Statistics targets of expression keys, by key number from 1. */
  readonly statistics?: Readonly<Record<string, number>>
  /** A concurrent build of it failed; of a partitioned table: not every partition has its part (ON ONLY). */
  readonly invalid?: boolean
  /** The index of the parent table that it is attached to, qualified and quoted. */
  readonly inherited?: string
  /** The name that PostgreSQL gives to an attached index by itself, where it has another; `?` where that depends on the order. */
  readonly automaticName?: string
  /** Of a partitioned table: how the index knows its columns, where those have got other names since. */
  readonly formerColumns?: readonly string[]
}

const idOf = ({ schema, name }: IndexAttributes): string => `index ${qualified(schema, name)}`

/** The parts with which an index of a parent alone becomes whole: on the way back, it goes before they do. */
const becomesWholeAfter = (index: IndexAttributes, own: Snapshot, other: Snapshot): readonly string[] =>
  index.invalid || (other.objects.get(idOf(index))?.attributes as { invalid?: boolean } | undefined)?.invalid !== true
    ? []
    : childrenOf(own, qualified(index.schema, index.table)).flatMap((child) =>
        partsOf(own, child).flatMap(({ id, attributes }) =>
          (attributes as { inherited?: unknown }).inherited === qualified(index.schema, index.name) ? [id] : [],
        ),
      )

/** Statistics targets reach the parts of the partitions that are there. */
const newPartitions = ({ schema, table }: IndexAttributes, own: Snapshot, other: Snapshot): readonly string[] =>
  descendantsOf(own, qualified(schema, table)).flatMap((partition) =>
    isMadeThroughParent(partition, own, other) ? [`partition ${partition}`] : [],
  )

/**
 * Keys of partitions that shall be attached to this index are made before it: it takes what it finds. An index of the parent
 * alone is made when that has its partitions, and one of a partition beside that of its parent when that is there.
 */
function follows(index: IndexAttributes, own: Snapshot, other: Snapshot, role: string): readonly string[] {
  const name = qualified(index.schema, index.name)
  const children = childrenOf(own, qualified(index.schema, index.table))
  const attached = children
    .flatMap((child) => partsOf(own, child))
    .filter(({ attributes }) => (attributes as { attachedTo?: string }).attachedTo === name)
    .map(({ id }) => id)
  return [
    ...attached,
    ...(role === 'alter' ? becomesWholeAfter(index, own, other) : alikeBefore(index, own, other)),
    ...(role === 'create' && index.statistics ? newPartitions(index, own, other) : []),
    ...madeAfter(index, own, other),
    ...namedBefore(index, own, other),
    ...madeBeside(index, own),
  ]
}

/** An index that no constraint owns (Manual, CREATE INDEX). */
export const indexKind = defineKind<IndexAttributes, Row>({
  name: 'index',
  introspection,
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  parent: relationId,
  requires: ({ schema, table, keys, include = [] }) =>
    [...(keys ?? []).flatMap(({ column }) => column ?? []), ...include].map(
      (column) => `column ${qualified(schema, table, column)}`,
    ),
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`],
  follows,
  changesWith: (before, after, context) =>
    cannotStay('index', before, after, context) || isTaken(before, after, context) ? ['invalid'] : [],
  implied: (index, own, other) => isImpliedPart('index', idOf(index), index, own, other),
  sql,
  render,
})
