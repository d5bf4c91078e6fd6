import type { NotNullAttributes } from '../not-null/not-null.js'
import { constraintsOfItems } from '../domain/lists.js'
import { leftBehind } from '../not-null/stays-behind.js'
import { qualified } from '../../sql/identifier.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { hasDefaults } from '../default-privilege/given.js'
import { defineKind } from '../kind.js'
import { identitySequence } from './identity.js'
import { computedLike, isContested } from './contested.js'
import { isPulledApart } from '../inheritance/pulled-apart.js'
import { isCarried, stableDescendants } from '../partition/attachment.js'
import { rowTypes, typeKinds } from '../type/type-kinds.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { isBelowNewTrigger, triggersBefore } from './after-triggers.js'
import { hasSettings, hasSettingsOfParent } from './apart.js'
import { isOfType, sameColumnInParents, sql, typeOfTable } from './sql.js'

/** The sequence behind an identity column; what is at its default is left out. */
export interface IdentityOptions {
  readonly always?: boolean
  readonly start?: string
  readonly increment?: string
  readonly min?: string
  readonly max?: string
  readonly cache?: string
  readonly cycle?: boolean
  /** The qualified name of the sequence, where it is not the one that PostgreSQL would choose. */
  readonly sequence?: string
}

export interface ColumnAttributes {
  readonly schema: string
  readonly table: string
  readonly name: string
  /** Counted from 1, gaps left by dropped columns included; only the order in CREATE TABLE follows it. */
  readonly position: number
  /** As format_type writes it: `character varying(30)`. */
  readonly type: string
  /** Qualified, where it is not the default one of the type. */
  readonly collation?: string
  readonly generated?: { readonly expression: string; readonly kind: 'stored' | 'virtual' }
  readonly identity?: IdentityOptions
  /** Where it is not the default one of the type. */
  readonly storage?: 'plain' | 'external' | 'extended' | 'main'
  readonly compression?: 'pglz' | 'lz4'
  readonly statistics?: number
  /** `n_distinct=…` and the like, sorted. */
  readonly options?: readonly string[]
  /** How the server of a foreign table calls it; `name=value`, by name. */
  readonly foreignOptions?: readonly string[]
  /** There because a parent table has it. */
  readonly inherited?: boolean
  /** Inherited, and declared by the table itself as well: it stays when the parent's goes. */
  readonly local?: boolean
}

/**
 * A column that exists must not be null before it becomes an identity column, and as long as it is one; its sequence gets the
 * default privileges of whoever owns the table then.
 */
function beforeIdentity({ schema, table, name, identity }: ColumnAttributes, own: Snapshot, other: Snapshot): string[] {
  const id = qualified(schema, table, name)
  const there = other.objects.get(`column ${id}`)?.attributes as ColumnAttributes | undefined
  if (identity === undefined || there === undefined || there.identity !== undefined) return []
  const isGiven = hasDefaults(own.objects) || hasDefaults(other.objects)
  const notNull = own.objects.get(`not-null ${id}`)
  return [
    ...(notNull === undefined ? [] : [notNull.id, ...leftBehind(notNull.attributes as NotNullAttributes, own, other)]),
    ...(isGiven ? [`owner table ${qualified(schema, table)}`] : []),
  ]
}

/** The same below it, in tables that have it by themselves on the other side, where it has another type: that is not its to give. */
const leftToChildren = ({ schema, table, name }: ColumnAttributes, own: Snapshot, other: Snapshot): readonly string[] =>
  stableDescendants(qualified(schema, table), own, other).flatMap((child) => {
    const id = `column ${child}.${qualified(name)}`
    const [here, there] = [own, other].map(({ objects }) => objects.get(id)?.attributes as ColumnAttributes | undefined)
    return here?.inherited && there !== undefined && !there.inherited && there.type !== here.type ? [id] : []
  })

/**
 * Values are text while their type goes and another comes. What the server computes or counts is another matter: one that is
 * computed after it has been counted, or the other way, is neither meanwhile.
 */
function between(before: ColumnAttributes, after: ColumnAttributes, need: CatalogObject): ColumnAttributes | undefined {
  if (need.id === `table ${qualified(before.schema, before.table)}`) return plainBetween(before, after)
  const isType = typeKinds.has(need.kind) || need.kind === 'extension' || rowTypes.has(need.kind)
  if (!isType || before.generated !== undefined || before.identity !== undefined) return undefined
  const { collation: _collation, storage: _storage, compression: _compression, ...rest } = after
  return { ...rest, type: 'text' }
}

function plainBetween(before: ColumnAttributes, after: ColumnAttributes): ColumnAttributes | undefined {
  const { generated, identity, ...plain } = before
  const changes = (generated !== undefined && after.identity !== undefined) || (identity && after.generated)
  return changes ? plain : undefined
}

/** A column of a table. Its default and its NOT NULL are objects of their own. */
export const columnKind = defineKind<ColumnAttributes, Row>({
  name: 'column',
  introspection,
  rules,
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  comesWith: (column, snapshot) => {
    const type = typeOfTable(column, snapshot)
    return type === undefined ? sameColumnInParents(column, snapshot)[0] : `composite-type ${type}`
  },
  requires: (column, snapshot) => (column.inherited ? sameColumnInParents(column, snapshot) : []),
  follows: (column, own, other) => [
    ...beforeIdentity(column, own, other),
    ...leftToChildren(column, own, other),
    ...triggersBefore(column, own),
    ...computedLike(column, own, other),
    ...constraintsOfItems(column, own, other),
  ],
  changesWith: (_before, after, context) => (isBelowNewTrigger(after, context) ? ['generated'] : []),
  slots: (column) => (column.identity === undefined ? [] : [`relation ${identitySequence(column)}`]),
  implied: (column, own, other) =>
    (isOfType(column, own, other) && !hasSettings(column)) ||
    (!column.local &&
      isCarried(column, own, other) &&
      !isPulledApart(column, own, other) &&
      !isContested(column, own) &&
      hasSettingsOfParent(column, own, other)),
  // What is computed comes again by itself.
  holdsData: ({ generated }) => generated === undefined,
  between,
  sql,
  render,
})
