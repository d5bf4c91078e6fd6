import type { Snapshot } from '../../catalog/snapshot.js'
import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defaultName } from '../../sql/default-name.js'
import type { ColumnAttributes } from '../column/column.js'
import { isOnColumnOfParent, isSaidByParent } from '../column/sql.js'
import { isContested } from './contested.js'
import { defineKind, type AlterContext, type SqlContext, type Writer } from '../kind.js'
import { isOfPulledApart } from '../inheritance/pulled-apart.js'
import { detourOf, tableFor } from '../inheritance/stand-in.js'
import { runFound } from '../partition/index-part.js'
import {
  isPartitioned,
  ancestorsOf,
  childrenOf,
  comesFromParent,
  descendantsOf,
  detourOfPartition,
  followsParent,
  isCarried,
  isDeclaredToo,
  isLeftToChild,
  isStable,
  localFlag,
  parentsOf,
  partsOf,
  replacedWhereStable,
  stableDescendants,
  type Detour,
} from '../partition/attachment.js'
import { isSaidInTable } from './in-table.js'
import { bareNotNullName, isRenamed, isRenamedAlone, nameInParent, notNullName, sameInParent } from './name.js'
import { comesWhole, isItsOwnToo, leftBehind, staysAsItIs, staysBehind } from './stays-behind.js'
import { isValidAlone } from './valid-alone.js'

export interface NotNullAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** The name of its constraint (18), where it is not the one that PostgreSQL chooses. */
  readonly name?: string
  readonly noInherit?: boolean
  readonly notValid?: boolean
  /** There because a parent table has it. */
  readonly inherited?: boolean
  /** Inherited, and declared by the table itself as well (18). */
  readonly local?: boolean
  /** The same in a child of INHERITS, where it cannot be taken back. */
  readonly merged?: boolean
}

interface Row extends Omit<NotNullAttributes, 'name'> {
  relation: number
  position: number
  oid: number | null
  name: string | null
}

const alterTable = ({ schema, table }: NotNullAttributes): string => `ALTER TABLE ${qualified(schema, table)}`
/** A constraint of its own is needed where the short form cannot say it. */
const isPlain = ({ name, noInherit, notValid }: NotNullAttributes): boolean =>
  name === undefined && !noInherit && !notValid

const clause = (object: NotNullAttributes, { snapshot }: SqlContext): string =>
  isPlain(object) && !isContested(object, snapshot) && !isRenamed(object, snapshot)
    ? 'NOT NULL'
    : `CONSTRAINT ${notNullName(object)} NOT NULL${object.noInherit ? ' NO INHERIT' : ''}${object.notValid ? ' NOT VALID' : ''}`

/** The table from which a child that has other parents now has the constraint meanwhile. */
const placeOf = ({ schema, table, column }: NotNullAttributes, side: SqlContext): string =>
  tableFor(`not-null ${qualified(schema, table, column)}`, { schema, name: table }, side)

const alterPlace = (object: NotNullAttributes, side: SqlContext): string =>
  alterTable({ ...object, table: placeOf(object, side) })

/** One that comes again goes where it is made again. */
function dropPlace(object: NotNullAttributes, side: SqlContext): string {
  const again = side.opposite.get(`not-null ${qualified(object.schema, object.table, object.column)}`)
  return again !== undefined && side.snapshot.version >= 180_000 ? alterPlace(object, side) : alterTable(object)
}

function create(object: NotNullAttributes, context: SqlContext): string[] {
  const column = quoteIdentifier(object.column)
  if (context.snapshot.version >= 180_000 && placeOf(object, context) !== object.table)
    return [`${alterPlace(object, context)} ADD CONSTRAINT ${notNullName(object)} NOT NULL ${column}`]
  const text = clause(object, context)
  if (text === 'NOT NULL') return setWithChildren(object, context)
  return [`${alterTable(object)} ADD ${text.replace('NOT NULL', `NOT NULL ${column}`)}`]
}

const setAt = (place: string, { column }: NotNullAttributes): string =>
  `${place} ALTER COLUMN ${quoteIdentifier(column)} SET NOT NULL`

const setNotNull = (object: NotNullAttributes): string => setAt(alterTable(object), object)

const isNotNull = (table: string, column: string, { objects }: Snapshot): boolean =>
  objects.has(`not-null ${table}.${quoteIdentifier(column)}`)

/** On the other side the child's column may be null, although its parent's may not: it comes and goes by itself. */
const replacesNullable = ({ schema, table, column }: NotNullAttributes, other: Snapshot): boolean =>
  other.objects.has(`nullable ${qualified(schema, table, column)}`)

/** Children whose column may be null all the same (before 18) are left out. */
function setWithChildren(object: NotNullAttributes, { snapshot, opposite }: SqlContext): string[] {
  const table = qualified(object.schema, object.table)
  const below = stableDescendants(table, snapshot, opposite.snapshot)
  const following = below.filter((child) => isNotNull(child, object.column, snapshot))
  if (following.length === below.length) return [setNotNull(object)]
  return [table, ...following].map((item) => setAt(`ALTER TABLE ONLY ${item}`, object))
}

const rename = (object: NotNullAttributes, from: string, to: string, table = alterTable(object)): string =>
  `${table} RENAME CONSTRAINT ${from} TO ${to}`

/** An inherited constraint can be renamed only while its table hangs on no parent. */
function renameInherited(object: NotNullAttributes, from: string, to: string, side: SqlContext): string[] {
  const { off, on } = detour(object, side)
  return [...off, rename(object, from, to), ...on]
}

const detour = ({ schema, table, column }: NotNullAttributes, side: SqlContext): Detour =>
  detourOf({ schema, name: table }, column, side)

/**
 * Children whose constraint goes by the same name before and after follow their parent, unless they have it from another one
 * as well; the others hang off meanwhile.
 */
function renameWithChildren(before: NotNullAttributes, after: NotNullAttributes, context: AlterContext): string[] {
  const sameIn = (child: string, side: SqlContext): NotNullAttributes | undefined =>
    side.get(`not-null ${child}.${quoteIdentifier(after.column)}`)?.attributes as NotNullAttributes | undefined
  const table = qualified(after.schema, after.table)
  const [from, to] = [context.before.snapshot, context.after.snapshot]
  const family = new Set([table, ...stableDescendants(table, from, to)])
  const isFromOthers = (child: string): boolean =>
    parentsOf(to, child).some((parent) => !family.has(parent) && sameIn(parent, context.after) !== undefined)
  const others = [...family].flatMap((child) => {
    const [was, is] = [sameIn(child, context.before), sameIn(child, context.after)]
    if (child === table || was === undefined || is === undefined) return []
    const hasName = notNullName(was) === notNullName(before) && notNullName(is) === notNullName(after)
    return hasName && !isFromOthers(child) ? [] : [{ was, is, ...detour(is, context.after) }]
  })
  return [
    ...others.flatMap(({ off }) => off),
    ...others.flatMap(({ was, is }) =>
      notNullName(was) === notNullName(is) ? [] : [rename(is, notNullName(was), notNullName(is))],
    ),
    rename(after, notNullName(before), notNullName(after), alterPlace(after, context.after)),
    ...others.flatMap(({ on }) => on),
  ]
}

function renameRule(before: NotNullAttributes, after: NotNullAttributes, context: AlterContext): string[] {
  // One that gets other parents hangs off meanwhile.
  const isAttached = isStable(qualified(after.schema, after.table), context.before.snapshot, context.after.snapshot)
  if (!isAttached || !followsParent(before, after, context)) return renameWithChildren(before, after, context)
  return isRenamedAlone(after, context.after.snapshot, context.before.snapshot)
    ? renameInherited(after, notNullName(before), notNullName(after), context.after)
    : []
}

/** Children in which it is not valid either, as far as they are told. */
const uncheckedChildren = ({ schema, table, column }: NotNullAttributes, own: Snapshot): readonly string[] =>
  descendantsOf(own, qualified(schema, table)).flatMap((child) => {
    const inChild = own.objects.get(`not-null ${child}.${quoteIdentifier(column)}`)
    return inChild === undefined || 'notValid' in inChild.attributes ? [`table ${child}`] : []
  })

/** Another one of its table that has the name that it shall have: where both want the other's, a third name stands between. */
const holdsItsName = (other: NotNullAttributes, after: NotNullAttributes): boolean =>
  other.column !== after.column &&
  qualified(other.schema, other.table, bareNotNullName(other)) ===
    qualified(after.schema, after.table, bareNotNullName(after))

const keysOfParents = ({ schema, table }: NotNullAttributes, own: Snapshot): readonly string[] =>
  parentsOf(own, qualified(schema, table))
    .flatMap((parent) => partsOf(own, parent))
    .flatMap(({ id, attributes }) => {
      const { type, invalid } = attributes as { type?: string; invalid?: boolean }
      // One of the parent alone is made when all partitions hang on it.
      return type === 'primary key' && !invalid ? [id] : []
    })

/**
 * As it is declared, a partition does not say whether its parent has the constraint too. If it has, that one's name is
 * changed to the one that the constraint would have alone.
 */
function namedInPartition(object: NotNullAttributes, context: SqlContext): string[] {
  const { schema, table, column } = object
  const child = qualified(schema, table)
  const declared = context.get(`column ${qualified(schema, table, column)}`) === undefined
  const around = detourOfPartition(child, context)
  if (around === undefined || !declared || context.snapshot.version < 180_000) return []
  const rename = `${alterTable(object)} RENAME CONSTRAINT %I TO %I`
  const text = [...around.off, rename, ...around.on]
  const wanted = quoteLiteral(object.name ?? defaultName([table, column], 'not_null'))
  return [
    runFound(
      `SELECT format(${quoteLiteral(text.map((item) => (item === rename ? item : item.replaceAll('%', '%%'))).join('; '))}, k.conname, ${wanted}) INTO command
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
   WHERE k.contype = 'n' AND k.conrelid = ${quoteLiteral(child)}::regclass AND a.attname = ${quoteLiteral(column)} AND k.conname <> ${wanted};`,
    ),
  ]
}

/** A new child that declares column and constraint too gives that its name at once. */
const standsInChild = (object: NotNullAttributes, context: SqlContext): boolean => {
  const table = qualified(object.schema, object.table)
  const column = context.get(`column ${table}.${quoteIdentifier(object.column)}`)?.attributes as { local?: boolean }
  const isNew = context.opposite.get(`table ${table}`) === undefined
  return isNew && object.merged === true && column?.local === true
}

/** ADD COLUMN gives the children of its table NOT NULL too, in spite of NO INHERIT (18): it is added by itself then. */
const wouldReachChildren = ({ schema, table, noInherit }: NotNullAttributes, context: SqlContext): boolean => {
  const name = qualified(schema, table)
  const hasChildren = [context, context.opposite].some(({ snapshot }) => childrenOf(snapshot, name).length > 0)
  return noInherit === true && hasChildren && context.stays(`table ${name}`)
}

/** ADD COLUMN does not say it of tables below that have the column before (before 18): it is added by itself then. */
const wouldMissChildren = ({ schema, table, column }: NotNullAttributes, context: SqlContext): boolean =>
  context.snapshot.version < 180_000 &&
  stableDescendants(qualified(schema, table), context.snapshot, context.opposite.snapshot).some((child) => {
    const part = `${child}.${quoteIdentifier(column)}`
    const inChild = context.get(`column ${part}`)?.attributes as { local?: boolean } | undefined
    const isBefore = inChild?.local === true || context.opposite.get(`column ${part}`) !== undefined
    return isBefore && context.get(`not-null ${part}`) !== undefined
  })

/** True where one of several parents gives it by that name all along, whatever becomes of another's. */
function staysByName(object: NotNullAttributes, own: Snapshot, other: Snapshot): boolean {
  // What is pulled has one side only.
  if (own === other || parentsOf(own, qualified(object.schema, object.table)).length < 2) return false
  const isIn = (id: string, side: Snapshot): boolean => {
    const there = side.objects.get(id)?.attributes as NotNullAttributes | undefined
    return there !== undefined && notNullName(there) === notNullName(object)
  }
  const id = `not-null ${qualified(object.schema, object.table, object.column)}`
  return isIn(id, other) && sameInParent(object, own).some((parent) => isIn(parent, own) && isIn(parent, other))
}

/** True where it comes and goes with the parent's: while the child hangs off, it does so by itself. */
const followsParentTo = (object: NotNullAttributes, context: SqlContext): boolean =>
  comesFromParent(object, context) &&
  !replacesNullable(object, context.opposite.snapshot) &&
  !isOfPulledApart(object, context.snapshot, context.opposite.snapshot)

const dropAt = (place: string, { column }: NotNullAttributes): string =>
  `${place} ALTER COLUMN ${quoteIdentifier(column)} DROP NOT NULL`

/**
 * Before 18 it goes from all children, whatever their other parents say: those that keep it are left out. Partitions, which have
 * one parent, cannot be, and get it again.
 */
function dropWithChildren(object: NotNullAttributes, context: SqlContext): string[] {
  const [own, other] = [context.snapshot, context.opposite.snapshot]
  const table = qualified(object.schema, object.table)
  const isIn = (item: string, side: Snapshot): boolean => isNotNull(item, object.column, side)
  const isForAll = own.version >= 180_000 || isPartitioned(table, own)
  const below = isForAll ? [] : stableDescendants(table, own, other).filter((child) => isIn(child, own))
  if (!below.some((child) => isIn(child, other))) return [dropAt(dropPlace(object, context), object)]
  return [table, ...below.filter((child) => !isIn(child, other))].map((item) =>
    dropAt(`ALTER TABLE ONLY ${item}`, object),
  )
}

/** Parents that have it as well: a column that goes there alone would leave the child with one that it cannot be rid of (18). */
const parentsOfNotNull = ({ schema, table, column }: NotNullAttributes, { snapshot }: SqlContext): readonly string[] =>
  // The topmost first: below it, it belongs to the next.
  [...new Set(ancestorsOf(snapshot, qualified(schema, table)).toReversed())]
    .filter((parent) => snapshot.objects.has(`not-null ${parent}.${quoteIdentifier(column)}`))
    .map((parent) => `ALTER TABLE ONLY ${parent}`)

function isSaidByParentOf({ schema, table, column }: NotNullAttributes, { snapshot }: Writer): boolean {
  const found = snapshot.objects.get(`column ${qualified(schema, table, column)}`)?.attributes as ColumnAttributes
  return isSaidByParent(found, snapshot)
}

const replaced = replacedWhereStable<NotNullAttributes>()

const validate = (object: NotNullAttributes): string =>
  `${alterTable(object)} VALIDATE CONSTRAINT ${notNullName(object)}`

/** NOT NULL of a column. From 18 on it is a constraint with a name (Manual, 5.5.2). */
export const notNullKind = defineKind<NotNullAttributes, Row>({
  name: 'not-null',
  introspection: {
    query: (server) => `
      select c.oid as relation, a.attnum as position, n.nspname as schema, c.relname as table, a.attname as column,
             ${
               server.major < 18
                 ? `a.attinhcount > 0 and exists (
                      select from pg_inherits i join pg_attribute pa on pa.attrelid = i.inhparent and pa.attname = a.attname
                       where i.inhrelid = c.oid and pa.attnotnull) as inherited, false as local, false as merged,
                    null::oid as oid, null as name, false as "noInherit", false as "notValid"`
                 : `coalesce(k.coninhcount > 0, false) as inherited, coalesce(k.coninhcount > 0 and k.conislocal and c.relispartition, false) as local,
                    coalesce(k.coninhcount > 0 and k.conislocal and not c.relispartition, false) as merged,
                    k.oid, k.conname as name, k.connoinherit as "noInherit", not k.convalidated as "notValid"`
             }
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        ${server.major < 18 ? '' : `left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey = array[a.attnum]`}
       where c.relkind in ${tableKinds} and a.attnotnull and a.attnum > 0 and not a.attisdropped and ${userSchema('n')} and ${unowned('c.oid', server)}`,
    read: ({ relation, position, oid, name, ...row }) => ({
      // Before 18 there is no catalog row of its own: the column's, with a number that no column has.
      ...(oid === null ? { catalog: 'pg_class', oid: relation, sub: -position } : { catalog: 'pg_constraint', oid }),
      attributes: {
        ...row,
        ...(name !== null && name !== defaultName([row.table, row.column], 'not_null') ? { name } : {}),
      },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: 'ignore', // part of the id
    inherited: {
      ...replaced,
      possible: (before, after, context) =>
        isItsOwnToo(before, after) || (replaced.possible?.(before, after, context) ?? true),
    },
    local: localFlag(setNotNull),
    merged: 'ignore', // PostgreSQL has no command for it
    name: { alter: renameRule },
    noInherit: {
      alter: (_before, after) =>
        `${alterTable(after)} ALTER CONSTRAINT ${notNullName(after)} ${after.noInherit ? 'NO INHERIT' : 'INHERIT'}`,
    },
    notValid: {
      // That a child's rows were looked at is no harm: PostgreSQL makes it so in each that comes later.
      differs: (before, after) => !(before.inherited && after.inherited && !before.notValid && after.notValid),
      possible: (before) => before.notValid === true,
      alter: (_before, after) => validate(after),
    },
  },
  identity: ({ schema, table, column }) => qualified(schema, table, column),
  parent: ({ schema, table, column }) => `column ${qualified(schema, table, column)}`,
  requires: (object, snapshot) => (object.inherited ? sameInParent(object, snapshot) : []),
  slots: (object) => [`constraint ${qualified(object.schema, object.table, bareNotNullName(object))}`],
  between: (before, after, { kind, attributes }) =>
    kind === 'not-null' && holdsItsName(attributes as NotNullAttributes, after)
      ? { ...before, name: defaultName([bareNotNullName(before)], 'aside') }
      : undefined,
  // To forget that it is declared here too, a partition is attached anew: while the parent's keys are whole.
  follows: (object, own, other) => [
    ...leftBehind(object, own, other),
    ...(object.local && isNotNull(qualified(object.schema, object.table), object.column, other)
      ? keysOfParents(object, own)
      : []),
    // In a child that comes later it would be valid.
    ...(object.notValid ? uncheckedChildren(object, own) : []),
  ],
  implied: (object, own, other) =>
    ((!isDeclaredToo(object) && !isRenamed(object, own)) || staysByName(object, own, other)) &&
    isCarried(object, own, other) &&
    !isValidAlone(object, own) &&
    !isOfPulledApart(object, own, other) &&
    !replacesNullable(object, other) &&
    !isRenamedAlone(object, own, other) &&
    !isLeftToChild(object, own, other) &&
    !staysBehind(object, own, other),
  sql: {
    create: (object, context) => {
      if (isSaidInTable(object, context) || staysAsItIs(object, context.snapshot, context.opposite.snapshot)) return []
      if (!followsParentTo(object, context)) return [...create(object, context), ...namedInPartition(object, context)]
      if (staysBehind(object, context.snapshot, context.opposite.snapshot))
        return comesWhole(object, context.snapshot) ? [] : create(object, context)
      const validated = isValidAlone(object, context.snapshot) ? [validate(object)] : []
      const named = nameInParent(object, context.snapshot)
      if (named !== undefined && named !== notNullName(object))
        return [...renameInherited(object, named, notNullName(object), context), ...validated]
      if (named === undefined) return [...namedInPartition(object, context), ...validated]
      return isDeclaredToo(object) ? setNotNull(object) : validated
    },
    drop: (object, context) => {
      if (isLeftToChild(object, context.snapshot, context.opposite.snapshot))
        return [...parentsOfNotNull(object, context), alterTable(object)].map((place) => dropAt(place, object))
      if (staysAsItIs(object, context.snapshot, context.opposite.snapshot)) return []
      const isBehind = staysBehind(object, context.snapshot, context.opposite.snapshot)
      if (followsParentTo(object, context) && !isBehind) return []
      return dropWithChildren(object, context)
    },
    clause: (object, context) =>
      object.notValid ||
      wouldReachChildren(object, context) ||
      wouldMissChildren(object, context) ||
      (comesFromParent(object, context) && !standsInChild(object, context)) ||
      isOnColumnOfParent(object, context) ||
      placeOf(object, context) !== object.table
        ? undefined
        : clause(object, context),
    reference: (object) => `CONSTRAINT ${notNullName(object)} ON ${qualified(object.schema, object.table)}`,
  },
  render: ({ attributes }, writer) => {
    if (isValidAlone(attributes, writer.snapshot) && !isRenamed(attributes, writer.snapshot)) return undefined
    const isOfPartition = writer.snapshot.objects.has(`partition ${qualified(attributes.schema, attributes.table)}`)
    // Its name is written by the partition; a child of INHERITS declares the constraint with it.
    if (isRenamed(attributes, writer.snapshot) && !isDeclaredToo(attributes) && isOfPartition) return undefined
    const { name, noInherit, notValid } = attributes
    const flags = { noInherit: noInherit ? 'true' : undefined, notValid: notValid ? 'true' : undefined }
    // Without a name it would have the parent's, unless the child declares the column too.
    const isNamed =
      name !== undefined || (isRenamed(attributes, writer.snapshot) && isSaidByParentOf(attributes, writer))
    const quoted = isNamed ? writer.string(bareNotNullName(attributes)) : undefined
    const text = noInherit || notValid ? writer.object({ name: quoted, ...flags }) : (quoted ?? '')
    return { as: 'call', text: `.notNull(${text})` }
  },
})
