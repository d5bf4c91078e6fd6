import { equal } from '../../catalog/json.js'
import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import { isDeclaredToo, partsOf } from '../partition/attachment.js'

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
  readonly generated?: object
  readonly identity?: object
}

const nameOf = ({ schema, name }: Child): string => qualified(schema, name)

const standInName = ({ name }: Child): string => defaultName([name], '_like')

const standInOf = (child: Child): string => qualified(child.schema, standInName(child))

/** Whether a part comes from parents on both sides, as it is. */
function passes({ id, kind, attributes }: CatalogObject, other: Snapshot): boolean {
  const there = other.objects.get(id)?.attributes
  const isHandedDown = (part: Part | undefined): boolean => Boolean(part?.inherited) && !isDeclaredToo(part!)
  if (!isHandedDown(attributes) || !isHandedDown(there)) return false
  const [one, two] = [attributes as Part, there as Part]
  if (kind === 'column') return equal(one.generated, two.generated) && equal(one.identity, two.identity)
  return equal(one, two) && !one.notValid
}

const passing = (child: Child, own: Snapshot, other: Snapshot): readonly CatalogObject[] =>
  partsOf(own, nameOf(child)).filter((part) => passes(part, other))

/** Whether a child leaves parents for parents in this plan, and has a column from both. */
const isNeeded = (child: Child, side: SqlContext): boolean =>
  side.stays(`table ${nameOf(child)}`) &&
  [side, side.opposite].every((one) => one.get(`inheritance ${nameOf(child)}`) !== undefined) &&
  passing(child, side.snapshot, side.opposite.snapshot).some(({ kind }) => kind === 'column')

/** The table, of its schema, in which a column of a child is altered: what the child has from that follows. */
export function tableToAlter(
  { schema, table, name }: { readonly schema: string; readonly table: string; readonly name: string },
  side: SqlContext,
): string {
  const child = { schema, name: table }
  const column = side.get(`column ${qualified(schema, table, name)}`)
  const stands = !side.stays(`inheritance ${nameOf(child)}`) && isNeeded(child, side)
  return stands && column !== undefined && passes(column, side.opposite.snapshot) ? standInName(child) : table
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
  if (!isNeeded(child, side)) return []
  const [make, attach] = standIn(child)
  const kept = new Set(passing(child, side.snapshot, side.opposite.snapshot).map(({ id }) => id))
  const goes = partsOf(side.snapshot, nameOf(child)).flatMap(({ id, kind, attributes }) => {
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
  isNeeded(child, side) ? standDown(child) : []
