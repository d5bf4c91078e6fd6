import { equal } from '../../catalog/json.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind, type AlterContext } from '../kind.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import type { IndexAttributes } from '../index/index-kind.js'
import {
  ancestorsOf,
  childrenOf,
  descendantsOf,
  isCarried,
  isDeclaredToo,
  partsOf,
  sameInParents,
} from '../partition/attachment.js'
import { isValidAlone } from './valid-alone.js'
import { isImpliedPart, namedBefore, type NamedPart } from '../partition/index-part.js'
import { cannotStay, madeAfter } from '../partition/reattached.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { sql } from './sql.js'

export type Action = 'restrict' | 'cascade' | 'set null' | 'set default'

export interface References {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  readonly match?: 'full'
  readonly onUpdate?: Action
  readonly onDelete?: Action
  /** The columns that SET NULL and SET DEFAULT set, where they are not all. */
  readonly onDeleteColumns?: readonly string[]
}

/** An element of an exclusion constraint: a key and the operator that must not hold between two rows. */
export interface ExclusionElement {
  /** As it stands in the definition: a quoted column or an expression, with collation, operator class and order. */
  readonly key: string
  readonly operator: string
}

export interface ConstraintAttributes {
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly type: 'primary key' | 'unique' | 'foreign key' | 'check' | 'exclude'
  /** In key order; for a check and an exclusion left out. */
  readonly columns?: readonly string[]
  /** INCLUDE columns. */
  readonly include?: readonly string[]
  readonly nullsNotDistinct?: boolean
  /** WITHOUT OVERLAPS of a key, PERIOD of a foreign key (18): the last column is a range. */
  readonly period?: boolean
  readonly references?: References
  /** The expression of a check. */
  readonly expression?: string
  readonly noInherit?: boolean
  readonly method?: string
  readonly elements?: readonly ExclusionElement[]
  readonly predicate?: string
  /** Storage parameters of the index behind it. */
  readonly options?: readonly string[]
  readonly tablespace?: string
  readonly deferrable?: boolean
  readonly initiallyDeferred?: boolean
  readonly notValid?: boolean
  readonly notEnforced?: boolean
  /** There because a parent table has it: of a check `true`, else the parent's constraint, qualified and quoted. */
  readonly inherited?: true | string
  /** A check that is inherited, and declared by the table itself as well. */
  readonly local?: boolean
  /** The same in a child of INHERITS, where it cannot be taken back. */
  readonly merged?: boolean
  /** The name that PostgreSQL gives to an inherited one by itself, where it has another. */
  readonly automaticName?: string
  /** Of a partitioned table: how the index knows its columns, where those have got other names since. */
  readonly formerColumns?: readonly string[]
  /** The plain index of the parent table that the index of this key is attached to. */
  readonly attachedTo?: string
  /** Of a partitioned table: not every partition has its part (ONLY). */
  readonly invalid?: boolean
}

function isImplied(constraint: ConstraintAttributes, own: Snapshot, other: Snapshot): boolean {
  if (isValidAlone(constraint, own)) return false
  if (constraint.type === 'check') return !isDeclaredToo(constraint) && isCarried(constraint, own, other)
  const { schema, table, name } = constraint
  const part = { ...constraint, inherited: constraint.inherited as string | undefined }
  return isImpliedPart('constraint', `constraint ${qualified(schema, table, name)}`, part as NamedPart, own, other)
}

/** Unique indexes that a foreign key may lean on: as it is declared, it does not say on which. */
const indexesBehind = ({ schema, table, columns }: References, own: Snapshot): readonly string[] =>
  partsOf(own, qualified(schema, table)).flatMap(({ id, kind, attributes }) => {
    if (kind !== 'index') return []
    const { unique, predicate, keys = [] } = attributes as Partial<IndexAttributes>
    const isOver = keys.length === columns.length && keys.every(({ column }) => columns.includes(column ?? ''))
    return unique && predicate === undefined && isOver ? [id] : []
  })

/**
 * The columns of a primary key are made NOT NULL before it; a key of the parent alone is made when it has its partitions, and
 * so is a check that is not valid: in a child that comes later it would be valid, which is declared where it is meant.
 */
function follows(constraint: ConstraintAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  const { schema, table, name, type, columns = [], notValid, references } = constraint
  const on = qualified(schema, table)
  const isNotValid = (child: string): boolean => {
    const inChild = own.objects.get(`constraint ${child}.${qualified(name)}`)
    return inChild === undefined || 'notValid' in inChild.attributes
  }
  return [
    ...(type === 'primary key' ? columns.map((column) => `not-null ${qualified(schema, table, column)}`) : []),
    ...(references === undefined ? [] : indexesBehind(references, own)),
    ...besideInherited(constraint, own),
    ...madeAfter(constraint, own, other),
    ...namedBefore(constraint as NamedPart, own, other),
    ...(notValid
      ? [
          ...descendantsOf(own, on)
            .filter(isNotValid)
            .map((child) => `table ${child}`),
          ...validBelow(constraint, own),
        ]
      : []),
  ]
}

/** Checks that children declare too, and that are valid there: they do not merge with one that is not. */
const validBelow = ({ schema, table, name }: ConstraintAttributes, own: Snapshot): readonly string[] =>
  childrenOf(own, qualified(schema, table)).flatMap((child) => {
    const id = `constraint ${child}.${qualified(name)}`
    const below = own.objects.get(id)?.attributes as ConstraintAttributes | undefined
    return below !== undefined && isDeclaredToo(below) && !below.notValid ? [id] : []
  })

/**
 * A foreign key of a partition that has the same from its parent as well: made before, PostgreSQL would take it for the part of the
 * parent's. The attachment, and that of the parent.
 */
function besideInherited(
  { schema, table, type, inherited, columns, references }: ConstraintAttributes,
  own: Snapshot,
): string[] {
  if (type !== 'foreign key' || inherited !== undefined) return []
  const on = qualified(schema, table)
  const above = ancestorsOf(own, on).flatMap((parent) => partsOf(own, parent))
  return above.flatMap(({ id, kind, attributes }) => {
    const other = attributes as ConstraintAttributes
    const isAlike = kind === 'constraint' && equal([other.columns, other.references], [columns, references])
    return isAlike ? [`partition ${on}`, id] : []
  })
}

/** True where PostgreSQL would take it for the part of one that the parent gets, or that a parent has which the table gets. */
const isTaken = (after: ConstraintAttributes, context: AlterContext): boolean =>
  besideInherited(after, context.after.snapshot).some(
    (id) => !equal(context.before.get(id)?.attributes, context.after.get(id)!.attributes),
  )

/** A constraint of a table (Manual, 5.5). */
export const constraintKind = defineKind<ConstraintAttributes, Row>({
  name: 'constraint',
  introspection,
  rules,
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  brings: ({ schema, name }) => [`index ${qualified(schema, name)}`],
  parent: ({ schema, table }) => `table ${qualified(schema, table)}`,
  requires: ({ schema, table, name, type, inherited, columns = [], include = [], references }, snapshot) => [
    ...(typeof inherited === 'string' ? [`constraint ${inherited}`] : []),
    ...(inherited && type === 'check' ? sameInParents('constraint', qualified(schema, table), name, snapshot) : []),
    ...[...columns, ...include].map((column) => `column ${qualified(schema, table, column)}`),
    ...(references === undefined
      ? []
      : [
          `table ${qualified(references.schema, references.table)}`,
          ...references.columns.map((column) => `column ${qualified(references.schema, references.table, column)}`),
          // It asks for rows that wait aside while the bounds of partitions change.
          ...(inherited !== undefined
            ? []
            : descendantsOf(snapshot, qualified(references.schema, references.table))
                .filter((partition) => partition !== qualified(schema, table))
                .map((partition) => `partition ${partition}`)),
        ]),
  ],
  slots: ({ schema, table, name, type }) => [
    `constraint ${qualified(schema, table, name)}`,
    ...(type === 'check' || type === 'foreign key' ? [] : [`relation ${qualified(schema, name)}`]),
  ],
  follows,
  changesWith: (before, after, context) =>
    cannotStay('constraint', before, after, context) || isTaken(after, context) ? ['invalid'] : [],
  // Validated when it is made; that of the table itself is made with it.
  rows: ({ schema, table, type }, holder) =>
    type === 'foreign key' && `table ${qualified(schema, table)}` !== holder ? 'away' : undefined,
  implied: isImplied,
  sql,
  render,
})
