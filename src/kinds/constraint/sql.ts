import { equal } from '../../catalog/json.js'
import { lastName, qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind, SqlContext } from '../kind.js'
import { tableFor } from '../inheritance/stand-in.js'
import {
  childrenOf,
  descendantsOf,
  comesFromParent,
  parentsOf,
  partsOf,
  isDeclaredToo,
  stableChildren,
} from '../partition/attachment.js'
import { isExclusion } from '../partition/index-columns.js'
import {
  isAttachedAlone,
  lostWith,
  originOf,
  ownSettings,
  runFound,
  settingsOf,
  type NamedPart,
  type Origin,
} from '../partition/index-part.js'
import type { ConstraintAttributes, References } from './constraint.js'
import { isValidAlone } from './valid-alone.js'

type Constraint = ConstraintAttributes

const columnList = (columns: readonly string[], period = false): string =>
  `(${columns.map(quoteIdentifier).join(', ')}${period ? ' WITHOUT OVERLAPS' : ''})`
const periodList = (columns: readonly string[]): string =>
  `(${columns.map((column, index) => (index === columns.length - 1 ? `PERIOD ${quoteIdentifier(column)}` : quoteIdentifier(column))).join(', ')})`

function referencesText(constraint: Constraint, references: References): string {
  const { schema, table, columns, match, onUpdate, onDelete, onDeleteColumns } = references
  return [
    `FOREIGN KEY ${constraint.period ? periodList(constraint.columns!) : columnList(constraint.columns!)}`,
    `REFERENCES ${qualified(schema, table)} ${constraint.period ? periodList(columns) : columnList(columns)}`,
    match && 'MATCH FULL',
    onUpdate && `ON UPDATE ${onUpdate.toUpperCase()}`,
    onDelete && `ON DELETE ${onDelete.toUpperCase()}`,
    onDeleteColumns && columnList(onDeleteColumns),
  ]
    .filter(Boolean)
    .join(' ')
}

function body(constraint: Constraint): string {
  const { type, columns, elements, method, predicate, expression, references, period } = constraint
  switch (type) {
    case 'primary key':
      return `PRIMARY KEY ${columnList(columns!, period)}`
    case 'unique':
      return `UNIQUE ${constraint.nullsNotDistinct ? 'NULLS NOT DISTINCT ' : ''}${columnList(columns!, period)}`
    case 'foreign key':
      return referencesText(constraint, references!)
    case 'check':
      return `CHECK (${expression})${constraint.noInherit ? ' NO INHERIT' : ''}`
    case 'exclude':
      return `EXCLUDE USING ${method} (${elements!.map(({ key, operator }) => `${key} WITH ${operator}`).join(', ')})${
        predicate === undefined ? '' : ` WHERE (${predicate})`
      }`
  }
}

/** `CONSTRAINT name UNIQUE (a, b) DEFERRABLE` (Manual, CREATE TABLE, table_constraint). */
export function definition(constraint: Constraint): string {
  const index = [
    constraint.include && `INCLUDE ${columnList(constraint.include)}`,
    constraint.options && `WITH ${optionList(constraint.options)}`,
    constraint.tablespace && `USING INDEX TABLESPACE ${quoteIdentifier(constraint.tablespace)}`,
  ]
  // The parts of an index stand before the predicate of an exclusion.
  const [head, where] = body(constraint).split(/ (?=WHERE \()/)
  return [
    `CONSTRAINT ${quoteIdentifier(constraint.name)}`,
    constraint.type === 'exclude' ? head : body(constraint),
    ...index,
    constraint.type === 'exclude' ? where : undefined,
    constraint.deferrable && 'DEFERRABLE',
    constraint.initiallyDeferred && 'INITIALLY DEFERRED',
    constraint.notEnforced && 'NOT ENFORCED',
    constraint.notValid && 'NOT VALID',
  ]
    .filter(Boolean)
    .join(' ')
}

const tableOf = ({ schema, table }: Constraint): string => qualified(schema, table)
export const alterTable = (constraint: Constraint): string => `ALTER TABLE ${tableOf(constraint)}`

const add = (constraint: Constraint, only = ''): string =>
  `ALTER TABLE ${only}${tableOf(constraint)} ADD ${definition(constraint)}`

const remove = (constraint: Constraint): string =>
  `${alterTable(constraint)} DROP CONSTRAINT ${quoteIdentifier(constraint.name)}`

const rename = (constraint: Constraint, from: string): string =>
  `${alterTable(constraint)} RENAME CONSTRAINT ${quoteIdentifier(from)} TO ${quoteIdentifier(constraint.name)}`

/** Looks at the rows of the table and of its children. */
export const validate = (constraint: Constraint): string =>
  `${alterTable(constraint)} VALIDATE CONSTRAINT ${quoteIdentifier(constraint.name)}`

/** What is declared of a key that belongs to one of the parent is its name, and what is set of it. */
function whole(constraint: Constraint, context: SqlContext): Constraint {
  const parent = context.get(`constraint ${constraint.inherited}`)?.attributes as Constraint | undefined
  if (parent === undefined || constraint.columns !== undefined || constraint.elements !== undefined) return constraint
  const { invalid: _invalid, ...definition } = whole(parent, context)
  const { options, tablespace } = settingsOf('constraint', constraint as NamedPart, context.snapshot)
  return { ...definition, ...constraint, options, tablespace, type: definition.type }
}

/** A constraint that its parent's brings, or that is to be given its name and put in its place. */
function fromParent(constraint: Constraint, origin: Origin, context: SqlContext): string[] {
  const parent = context.snapshot.objects.get(`constraint ${constraint.inherited}`)?.attributes as
    | Constraint
    | undefined
  switch (origin.by) {
    case 'itself':
      return []
    case 'rename':
      return [rename(constraint, origin.from)]
    case 'attach': {
      const { schema, name } = constraint
      return [
        add(whole(constraint, context), isOfTableAlone(constraint, context) ? 'ONLY ' : ''),
        `ALTER INDEX ${qualified(parent!.schema, parent!.name)} ATTACH PARTITION ${qualified(schema, name)}`,
      ]
    }
    case 'search':
      return [renameFound(constraint)]
  }
}

/** Gives a part that PostgreSQL has made its name. That of the parent may not be declared: it comes from one above. */
function renameFound(constraint: Constraint): string {
  const inherited = constraint.inherited as string
  const parent = lastName(inherited)
  const table = inherited.slice(0, -quoteIdentifier(parent).length - 1)
  return runFound(
    `SELECT format('${alterTable(constraint).replaceAll("'", "''").replaceAll('%', '%%')} RENAME CONSTRAINT %I TO %I', k.conname, ${quoteLiteral(constraint.name)}) INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = ${quoteLiteral(table)}::regclass AND p.conname = ${quoteLiteral(parent)}
     AND k.conrelid = ${quoteLiteral(tableOf(constraint))}::regclass AND k.conname <> ${quoteLiteral(constraint.name)};`,
  )
}

/** ATTACH PARTITION takes over keys and indexes of the partition, but makes each exclusion constraint anew. */
const isMadeByAttach = (constraint: Constraint, context: SqlContext): boolean =>
  isExclusion(constraint) && constraint.inherited !== undefined && !isBrought(constraint, context)

/** The exclusion constraints of a partition that belong to its parent's here, and already did on the other side. */
const partsOnBoth = (partition: string, { snapshot, opposite }: SqlContext): Constraint[] =>
  partsOf(snapshot, partition).flatMap(({ id, kind, attributes }) => {
    const constraint = attributes as Constraint
    const there = opposite.get(id)?.attributes as Constraint | undefined
    const isPart = kind === 'constraint' && isExclusion(constraint) && constraint.inherited !== undefined
    return isPart && there?.inherited !== undefined ? [constraint] : []
  })

/** What a partition keeps when it is detached, and would have twice when it is attached again. */
export const dropExclusions = (partition: string, context: SqlContext): string[] =>
  partsOnBoth(partition, context).map(
    (constraint) => `${alterTable(constraint)} DROP CONSTRAINT IF EXISTS ${quoteIdentifier(constraint.name)}`,
  )

/** What gives the exclusion constraints of a partition that has been attached their names. */
export function nameExclusions(partition: string, context: SqlContext): string[] {
  const anew = new Set(partsOnBoth(partition, context))
  return partsOf(context.snapshot, partition).flatMap(({ kind, attributes }) => {
    if (kind !== 'constraint') return []
    const constraint = attributes as Constraint
    const parent = context.get(`constraint ${constraint.inherited}`)?.attributes as Constraint | undefined
    const isNamed = constraint.automaticName !== undefined && parent !== undefined
    const isMade = anew.has(constraint) || isMadeByAttach(constraint, context)
    return isNamed && isMade ? [renameFound(constraint)] : []
  })
}

const idOf = ({ schema, table, name }: Constraint): string => `constraint ${qualified(schema, table, name)}`

/** A check that a child declares too stays with it when the parent's goes. */
const leftInChildren = (constraint: Constraint, side: SqlContext): Constraint[] =>
  stableChildren(tableOf(constraint), side.snapshot, side.opposite.snapshot).flatMap((child) => {
    const id = `constraint ${child}.${quoteIdentifier(constraint.name)}`
    const own = side.snapshot.objects.get(id)?.attributes as Constraint | undefined
    return own !== undefined && isDeclaredToo(own) && !side.stays(id) ? [own] : []
  })

function drop(constraint: Constraint, context: SqlContext): string[] {
  if (constraint.type === 'check') return [constraint, ...leftInChildren(constraint, context)].map(remove)
  const lost = lostWith(idOf(constraint), context) as unknown as readonly { attributes: Constraint }[]
  const only = (own: Constraint): string => (isOfTableAlone(own, context.opposite) ? 'ONLY ' : '')
  return [remove(constraint), ...lost.map(({ attributes }) => add(attributes, only(attributes)))]
}

/** A check that is declared in the child too is merged with the parent's. */
const isBrought = (constraint: Constraint, context: SqlContext): boolean =>
  !isDeclaredToo(constraint) && goesWithParent(constraint, context)

const goesWithParent = (constraint: Constraint, context: SqlContext): boolean =>
  comesFromParent(constraint, context) || isAttachedAlone('constraint', constraint, context.snapshot)

/** A check of a child that has other parents now, in the table from which it has that meanwhile. */
const inPlace = (constraint: Constraint, side: SqlContext): Constraint => ({
  ...constraint,
  table: tableFor(idOf(constraint), { schema: constraint.schema, name: constraint.table }, side),
})

const isOfTableAlone = (constraint: Constraint, context: SqlContext): boolean =>
  (constraint.invalid === true && childrenOf(context.snapshot, tableOf(constraint)).length > 0) ||
  isAboveNullable(constraint, context)

/** Until 17, a primary key makes the columns of the children NOT NULL too. */
const isAboveNullable = ({ schema, table, type, columns = [] }: Constraint, { snapshot }: SqlContext): boolean =>
  type === 'primary key' &&
  descendantsOf(snapshot, qualified(schema, table)).some((child) =>
    columns.some((column) => snapshot.objects.has(`nullable ${child}.${quoteIdentifier(column)}`)),
  )

const isKey = ({ type }: Constraint): boolean => type !== 'check' && type !== 'foreign key'

/**
 * CREATE TABLE makes one of several keys over the same (transformIndexConstraints): all but the first are added later, as
 * they once were.
 */
const isAnother = (constraint: Constraint, context: SqlContext): boolean =>
  isKey(constraint) &&
  context.dependents(`table ${tableOf(constraint)}`).some((id) => {
    const other = context.get(id)
    if (other?.kind !== 'constraint' || id === idOf(constraint)) return false
    const first = other.attributes as Constraint
    if (!isKey(first) || !equal([first.columns, first.elements], [constraint.columns, constraint.elements]))
      return false
    return first.type === 'primary key' || (constraint.type !== 'primary key' && id < idOf(constraint))
  })

export const sql: Kind<ConstraintAttributes>['sql'] = {
  create: (constraint, context) => {
    if (isMadeByAttach(constraint, context)) return []
    if (!isBrought(constraint, context))
      return add(inPlace(constraint, context), isOfTableAlone(constraint, context) ? 'ONLY ' : '')
    const validated = isValidAlone(constraint, context.snapshot) ? [validate(constraint)] : []
    if (constraint.type === 'check') return validated
    const origin = originOf('constraint', constraint as NamedPart, context)
    if (origin === undefined) return []
    const settings = origin.by === 'attach' ? [] : ownSettings('constraint', constraint as NamedPart, context.snapshot)
    return [...fromParent(constraint, origin, context), ...settings, ...validated]
  },
  drop: (constraint, context) => (goesWithParent(constraint, context) ? [] : drop(constraint, context)),
  // In CREATE TABLE a constraint is valid at once, and holds for the partitions to come.
  clause: (constraint, context) =>
    constraint.notValid ||
    isBrought(constraint, context) ||
    isOfTableAlone(constraint, context) ||
    isAnother(constraint, context) ||
    // There it would declare NOT NULL anew, which the partition has from the parent.
    (constraint.type === 'primary key' && parentsOf(context.snapshot, tableOf(constraint)).length > 0)
      ? undefined
      : definition(constraint),
  rename: (before, after) => rename(after, before.name),
  reference: ({ schema, table, name }) => `CONSTRAINT ${quoteIdentifier(name)} ON ${qualified(schema, table)}`,
}
