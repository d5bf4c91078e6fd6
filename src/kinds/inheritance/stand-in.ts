import { equal } from '../../catalog/json.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import { detourOfPartition, isDeclaredToo, parentsOf, partsOf, type Detour } from '../partition/attachment.js'

/*
 * What a child has from its parents becomes its own when it leaves them, and PostgreSQL has no command to take that back.
 * Meanwhile it has that from a table like itself, which stands in for them.
 */

interface Child {
  readonly schema: string
  readonly name: string
}

interface Part {
  readonly name?: string
  readonly column?: string
  readonly type?: string
  readonly inherited?: unknown
  readonly local?: boolean
  readonly merged?: boolean
  readonly notValid?: boolean
  readonly noInherit?: boolean
  readonly generated?: object
  readonly identity?: object
}

const nameOf = ({ schema, name }: Child): string => qualified(schema, name)

/** What the table that stands in for the parents of a child is called. */
export const standInName = ({ name }: Child): string => defaultName([name], '_like')

const standInOf = (child: Child): string => qualified(child.schema, standInName(child))

const isHandedDown = (part: Part | undefined): boolean => Boolean(part?.inherited) && !isDeclaredToo(part!)

/** Whether a part comes from parents on both sides, as it is. */
function passes({ id, kind, attributes }: CatalogObject, other: Snapshot): boolean {
  const there = other.objects.get(id)?.attributes
  if (!isHandedDown(attributes) || !isHandedDown(there)) return false
  const [one, two] = [attributes as Part, there as Part]
  if (kind === 'column') return equal(one.generated, two.generated) && equal(one.identity, two.identity)
  if (one.notValid || two.notValid) return false
  // A NOT NULL goes by the name that it has in the parent (18).
  return kind === 'not-null' ? one.noInherit === two.noInherit : equal(one, two)
}

const comes = ({ id, attributes }: CatalogObject, before: Snapshot): boolean =>
  isHandedDown(attributes) && !before.objects.has(id)

/** Whether a child leaves parents for parents on the way to a side, and has columns that shall not be its own. */
const stands = (child: Child, to: SqlContext): boolean =>
  to.stays(`table ${nameOf(child)}`) &&
  !to.stays(`inheritance ${nameOf(child)}`) &&
  [to, to.opposite].every((side) => side.get(`inheritance ${nameOf(child)}`) !== undefined) &&
  partsOf(to.snapshot, nameOf(child)).some((part) => part.kind === 'column' && isInIt(part, to))

const isInIt = (part: CatalogObject, to: SqlContext): boolean =>
  passes(part, to.opposite.snapshot) || comes(part, to.opposite.snapshot)

/**
 * The table, of its schema, in which a part of a child is altered or made: what stands in for the parents, if the child has it
 * from that. Nothing in it may need what the child has by itself.
 */
export function tableFor(id: string, { schema, name }: Child, side: SqlContext): string {
  const part = side.get(id)
  if (part === undefined || !stands({ schema, name }, side) || !isInIt(part, side)) return name
  const needs = side.dependencies(id).filter((need) => need.startsWith(`column ${qualified(schema, name)}.`))
  return needs.every((need) => isInIt(side.get(need)!, side)) ? standInName({ schema, name }) : name
}

/** Makes a table like a child, and that a child of it as well. */
export const standIn = (child: Child): string[] => [
  `CREATE TABLE ${standInOf(child)} (LIKE ${nameOf(child)} INCLUDING CONSTRAINTS INCLUDING GENERATED)`,
  `ALTER TABLE ${nameOf(child)} INHERIT ${standInOf(child)}`,
]

export const standDown = (child: Child): string[] => [
  `ALTER TABLE ${nameOf(child)} NO INHERIT ${standInOf(child)}`,
  `DROP TABLE ${standInOf(child)}`,
]

/** The same where parts of the child change meanwhile: with nothing but what comes from parents before and after. */
export function standInMeanwhile(child: Child, side: SqlContext): string[] {
  if (!stands(child, side.opposite)) return []
  const [make, attach] = standIn(child)
  const parts = partsOf(side.snapshot, nameOf(child))
  // What is made anew goes with what the child has by itself meanwhile; a NOT NULL goes in its own way.
  const isKept = (part: CatalogObject): boolean =>
    passes(part, side.opposite.snapshot) && (part.kind === 'not-null' || side.stays(part.id))
  const kept = new Set(parts.filter(isKept).map(({ id }) => id))
  const goes = parts.flatMap(({ id, kind, attributes }) => {
    const { name = '', column = '', type } = attributes as Part
    if (kept.has(id)) return []
    if (kind === 'column') return [`DROP COLUMN IF EXISTS ${quoteIdentifier(name)} CASCADE`]
    if (kind === 'constraint' && type === 'check') return [`DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)}`]
    const isOfKept = kind === 'not-null' && kept.has(`column ${nameOf(child)}.${quoteIdentifier(column)}`)
    return isOfKept ? [`ALTER COLUMN ${quoteIdentifier(column)} DROP NOT NULL`] : []
  })
  return [make!, ...(goes.length === 0 ? [] : [`ALTER TABLE ${standInOf(child)} ${goes.join(', ')}`]), attach!]
}

export const standDownAfter = (child: Child, side: SqlContext): string[] =>
  stands(child, side) ? standDown(child) : []

/**
 * Takes a table off its parents for what PostgreSQL takes only then: the NOT NULL of a column gets another name. What comes
 * from the parents does not become its own.
 */
export function detourOf(child: Child, column: string, side: SqlContext): Detour {
  const ofPartition = detourOfPartition(nameOf(child), side)
  if (ofPartition !== undefined) return ofPartition
  const each = (action: string): string[] =>
    parentsOf(side.snapshot, nameOf(child)).map((parent) => `ALTER TABLE ${nameOf(child)} ${action} ${parent}`)
  const becomesOwn = partsOf(side.snapshot, nameOf(child)).some(
    ({ kind, attributes }) => kind !== 'index' && kind !== 'default' && isHandedDown(attributes),
  )
  if (!becomesOwn) return { off: each('NO INHERIT'), on: each('INHERIT') }
  const [make, attach] = standIn(child)
  const bare = `ALTER TABLE ${standInOf(child)} ALTER COLUMN ${quoteIdentifier(column)} DROP NOT NULL`
  return {
    off: [make!, bare, attach!, ...each('NO INHERIT')],
    on: [...each('INHERIT'), ...standDown(child)],
    standIn: standInName(child),
  }
}
