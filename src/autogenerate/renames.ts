import { completeDependencies } from '../catalog/dependencies.js'
import { readCatalog, type CatalogReading } from '../catalog/read.js'
import { rereading } from '../catalog/view.js'
import type { CatalogObject } from '../catalog/snapshot.js'
import type { Database } from '../database/database.js'
import { populate } from '../desired/build.js'
import { isVerbatim, withVerbatim } from '../desired/verbatim.js'
import type { Move, Rename } from '../diff/rename.js'
import type { Change } from '../diff/change.js'
import { idOf } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { TidemarkError } from '../errors/error.js'
import { plan, type PlannedStep } from '../plan/plan.js'
import { Side } from '../plan/side.js'

export interface Renamed {
  /** The current side as it is once the renames are done. */
  readonly current: Side
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
}

/** Runs something on an empty database of the target's kind. */
export type OnScratch = <T>(use: (scratch: Database) => Promise<T>) => Promise<T>

/**
 * The current side after some renames. What PostgreSQL makes of them in views, checks and defaults is not guessed: the
 * current schema is built in a scratch database, renamed there, and read back.
 * @throws TidemarkError TM213 where PostgreSQL refuses one as the database stands
 */
export async function renamed(
  renames: readonly Move[],
  current: Side,
  desired: Side,
  onScratch: OnScratch,
  kinds: Kinds,
): Promise<Renamed> {
  return await onScratch(async (empty) => {
    const scratch = rereading(empty)
    const { objects, version } = current.snapshot
    const requires = new Map([...objects.keys()].map((id) => [id, current.dependencies(id)]))
    await populate({ version, objects, requires, renames: [], origins: new Map() }, scratch, kinds)
    const before = await readCatalog(scratch, kinds, withMembers)
    const { after, kept, changes, steps } = await carriedOut(renames, before, current, desired, scratch, kinds)
    const moved = movedIds(before, after, kept, kinds)
    const newId = (id: string): string => moved.get(id) ?? id
    /** What is kept as it is written was never built there: it is told how others are called. */
    const following = (object: CatalogObject): CatalogObject => {
      const attributes = kinds.of(object).renamed?.(object.attributes, newId) ?? object.attributes
      return { ...object, id: idOf(kinds.of(object), attributes), attributes }
    }
    const result = new Map<string, CatalogObject>()
    for (const object of objects.values()) {
      const read = isVerbatim(object, kinds) ? undefined : after.snapshot.objects.get(newId(object.id))
      const own = following(kept.get(object.id) ?? object)
      const now = read === undefined ? own : withVerbatim(read, own, kinds)
      result.set(now.id, now)
    }
    const side = await readCatalog(scratch, kinds, async (last) => {
      const recorded = await last.dependencies()
      const snapshot = { ...current.snapshot, objects: result }
      return new Side(snapshot, completeDependencies(snapshot, recorded, kinds), kinds)
    })
    return { current: side, changes, steps }
  })
}

/** A catalog that has been read, with the names of the members of its extensions. */
interface Reading extends CatalogReading {
  readonly memberNames: ReadonlyMap<string, string>
}

const withMembers = async (reading: CatalogReading): Promise<Reading> => ({
  ...reading,
  memberNames: await reading.members(),
})

interface CarriedOut {
  readonly after: Reading
  /** What is not built there and only gets another name, by its old id: a role stands beside the scratch database as well. */
  readonly kept: ReadonlyMap<string, CatalogObject>
  readonly changes: readonly Change[]
  readonly steps: readonly PlannedStep[]
}

/** Renames in a scratch database, one after the other: a column in a table that may just have got a new name itself. */
async function carriedOut(
  renames: readonly Move[],
  before: Reading,
  { snapshot: { objects, version } }: Side,
  desired: Side,
  scratch: Database,
  kinds: Kinds,
): Promise<CarriedOut> {
  const changes: Change[] = []
  const steps: PlannedStep[] = []
  const kept = new Map<string, CatalogObject>()
  /** What has stepped aside, by its id meanwhile. */
  const waiting = new Map<string, CatalogObject>()
  let after = before
  for (const { from, to, aside } of renames) {
    const first = waiting.get(from)
    const own = objects.get(first?.id ?? from)
    const isKept = own !== undefined && isVerbatim(own, kinds)
    const object = isKept ? (kept.get(own.id) ?? own) : after.snapshot.objects.get(from)
    const wanted = aside === undefined ? desired.get(to) : object && { ...object, id: to, attributes: { name: aside } }
    if (object === undefined || wanted === undefined) continue
    const change: Change = { type: 'rename', id: to, before: object, after: nameOf(object, wanted) }
    const empty = new Side({ version, objects: new Map() }, new Map(), kinds)
    const planned = plan([change], empty, empty, kinds)
    if (aside === undefined) changes.push({ ...change, before: first ?? object })
    else waiting.set(to, object)
    steps.push(...planned)
    if (isKept) {
      kept.set(own.id, change.after)
      continue
    }
    for (const statement of planned.flatMap(({ up }) => up))
      await scratch.sql.unsafe(statement.text()).catch((error: unknown) => {
        throw refusedRename({ from, to }, error)
      })
    after = await readCatalog(scratch, kinds, withMembers)
  }
  return { after, kept, changes, steps }
}

function refusedRename({ from, to }: Rename, error: unknown): TidemarkError {
  return new TidemarkError({
    code: 'TM213',
    subject: from,
    what: `PostgreSQL does not let ${from} be called ${to.slice(to.indexOf(' ') + 1)} yet`,
    why: error instanceof Error ? error.message : String(error),
    fix: 'renames come before all else: change what is in the way in a migration of its own, then rename',
  })
}

/** The new ids of all that has one, by their old ones. `kept`: what is not built there, by its old id. */
function movedIds(
  before: Reading,
  after: Reading,
  kept: ReadonlyMap<string, CatalogObject>,
  kinds: Kinds,
): ReadonlyMap<string, string> {
  const brought = (object: CatalogObject | undefined): readonly string[] =>
    (object && kinds.of(object).brings?.(object.attributes)) ?? []
  const moved = new Map<string, string>()
  for (const [from, to] of before.addresses.shared(after.addresses)) {
    const others = brought(after.snapshot.objects.get(to))
    for (const [index, id] of brought(before.snapshot.objects.get(from)).entries()) moved.set(id, others[index]!)
    moved.set(from, to)
  }
  for (const [address, name] of before.memberNames) moved.set(name, after.memberNames.get(address) ?? name)
  for (const [from, { id }] of kept) moved.set(from, id)
  return moved
}

/** An object under the name that another has. */
function nameOf(object: CatalogObject, wanted: CatalogObject): CatalogObject {
  const { name, schema } = wanted.attributes as { name?: string; schema?: string }
  const attributes = {
    ...object.attributes,
    ...(name !== undefined && { name }),
    ...(schema !== undefined && { schema }),
  }
  return { ...object, id: wanted.id, attributes }
}
