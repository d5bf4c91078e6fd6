import { completeDependencies } from '../catalog/dependencies.js'
import { readCatalog } from '../catalog/read.js'
import { emptySnapshot, type Dependencies, type Snapshot, type CatalogObject } from '../catalog/snapshot.js'
import type { Database } from '../database/database.js'
import { buildFailed } from '../declare/errors.js'
import type { Change } from '../diff/change.js'
import { idOf } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { plan } from '../plan/plan.js'
import { Side } from '../plan/side.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Declared } from './declared.js'
import { agreedObjects, type Live } from './agreed.js'
import { settle } from './settle.js'
import { isVerbatim, withoutVerbatim, withVerbatim } from './verbatim.js'

/** What a schema means on a server: every object as PostgreSQL prints it. */
export interface Desired {
  readonly snapshot: Snapshot
  readonly dependencies: Dependencies
}

/**
 * Builds the declarations in an empty database and reads them back. `as` is the role that will migrate; what agrees with
 * `live` is taken from there. `birth` is what the database holds, where that is known.
 * @throws TidemarkError TM110 when PostgreSQL refuses a declaration
 */
export async function buildDesired(
  declared: Declared,
  scratch: Database,
  kinds: Kinds,
  as?: string,
  live?: Live,
  birth?: Snapshot,
): Promise<Desired> {
  const born = birth ?? (await birthOf(scratch, kinds))
  const known = await live?.dependencies()
  const agreed: ReadonlyMap<string, CatalogObject> =
    live === undefined ? new Map() : agreedObjects(declared, born, live.snapshot, known!, kinds)
  const unknown = new Map([...declared.objects].filter(([id]) => !agreed.has(id)))
  await execute({ ...declared, objects: unknown }, born, scratch, kinds)
  return await readCatalog(scratch, kinds, async (reading) => {
    const canonical = await canonicalIds(declared, scratch, kinds, reading.resolve)
    const objects = new Map<string, CatalogObject>()
    const cluster = (object: CatalogObject): boolean => isVerbatim(object, kinds)
    for (const [id, object] of reading.snapshot.objects) if (!cluster(object)) objects.set(id, object)
    for (const [id, object] of agreed) objects.set(id, object)
    for (const object of declared.objects.values()) {
      const id = canonical(object.id)
      const read = objects.get(id)
      if (cluster(object)) {
        const moved = retarget(object, canonical)
        objects.set(moved.id, moved)
      } else if (read !== undefined) objects.set(id, withVerbatim(read, object, kinds))
    }
    const user = as ?? reading.user
    settle(objects, reading.snapshot.version, user, kinds)
    const snapshot = { version: reading.snapshot.version, user, objects }
    const built = await reading.dependencies()
    const recorded = { get: (id: string) => (agreed.has(id) ? known! : built).get(id) }
    return { snapshot, dependencies: completeDependencies(snapshot, recorded, kinds) }
  })
}

/** What an empty database holds. */
export const birthOf = (scratch: Database, kinds: Kinds): Promise<Snapshot> =>
  readCatalog(scratch, kinds, (reading) => Promise.resolve(reading.snapshot))

/** Creates objects in an empty database, but for those that are verbatim. */
export async function populate(declared: Declared, scratch: Database, kinds: Kinds): Promise<void> {
  await execute(declared, await birthOf(scratch, kinds), scratch, kinds)
}

/** With what the server knows of what they need of each other. */
async function withNeeds(declared: Declared, scratch: Database, kinds: Kinds): Promise<Declared> {
  const requires = new Map(declared.requires)
  for (const kind of kinds.all) {
    const { needs } = kind
    const isOne = (object: CatalogObject): boolean => object.kind === kind.name
    if (needs === undefined || [...declared.objects.values()].filter(isOne).length < 2) continue
    for (const { name, need } of await scratch.sql.unsafe<{ name: string; need: string }[]>(needs)) {
      const [id, other] = [name, need].map((item) => idOf(kind, { name: item } as never)) as [string, string]
      if (declared.objects.has(id) && declared.objects.has(other))
        requires.set(id, [...(requires.get(id) ?? []), other])
    }
  }
  return { ...declared, requires }
}

interface ScratchStatement {
  readonly text: string
  /** The declared object that it creates, for errors. */
  readonly id: string
  /** All that its step creates. */
  readonly members: readonly string[]
  /** Whether it makes the object itself, so that nothing of the step is there where it fails. */
  readonly isFirst: boolean
}

function statementsOf(
  declared: Declared,
  birth: Snapshot,
  kinds: Kinds,
  loose?: ReadonlySet<string>,
): ScratchStatement[] {
  const changes: Change[] = []
  const objects = new Map<string, CatalogObject>()
  for (const [id, object] of declared.objects) {
    if (isVerbatim(object, kinds)) continue
    const after = withoutVerbatim(object, kinds)
    objects.set(id, after)
    if (!birth.objects.has(id)) changes.push({ type: 'add', id, after })
  }
  const snapshot = { version: declared.version, objects }
  const desired = new Side(snapshot, completeDependencies(snapshot, declared.requires, kinds), kinds)
  const current = new Side(emptySnapshot(declared.version), new Map(), kinds)
  return plan(changes, current, desired, kinds, loose).flatMap(({ id, members, up }) =>
    up.map((item, index) => ({ id, members, isFirst: index === 0, text: item.text(quoteLiteral) })),
  )
}

/**
 * Creates what is declared. What a view or a default names in its text is known only to PostgreSQL: a statement that fails
 * is tried again after the others. Those that are left when none succeeds any more may need each other (a default calls a
 * function that reads its table), and are tried in smaller parts.
 */
async function execute(asDeclared: Declared, birth: Snapshot, scratch: Database, kinds: Kinds): Promise<void> {
  const declared = await withNeeds(asDeclared, scratch, kinds)
  const hasStub = (id: string): boolean => {
    const object = declared.objects.get(id)
    return object !== undefined && kinds.of(object).stub?.(object.attributes) !== undefined
  }
  const refused = await runAll(statementsOf(declared, birth, kinds), scratch)
  let failures = refused
  // Bodies that call each other are the last that is tried: what they are about has to be there.
  for (const isTried of [(id: string) => !hasStub(id), () => true]) {
    const failed = [...failures.keys()]
    const whole = failed.filter(({ id, isFirst }) => isFirst && isTried(id))
    if (whole.length === 0) continue
    const left = new Set(whole.flatMap(({ members }) => members))
    const others = failed.filter(({ members }) => !members.some((id) => left.has(id)))
    const loose = new Set([...declared.objects.keys()].filter(isTried))
    const smaller = statementsOf(declared, birth, kinds, loose).filter(({ members }) =>
      members.some((id) => left.has(id)),
    )
    const tried = [...smaller, ...others]
    const again = await runAll(tried, scratch)
    if (again.size < tried.length) failures = again
  }
  if (failures.size === 0) return
  // What PostgreSQL said of the whole says more.
  const parts = new Set([...failures.keys()].flatMap(({ members }) => members))
  const wholes = [...refused].filter(([{ members }]) => members.some((id) => parts.has(id)))
  throw buildFailed(
    (wholes.length > 0 ? wholes : [...failures]).map(([{ id, text }, cause]) => ({
      id,
      text,
      cause,
      origin: declared.origins.get(id),
    })),
  )
}

/** Runs statements, those that fail again after the others, until none of those that are left succeeds; these are the result. */
async function runAll(
  statements: readonly ScratchStatement[],
  scratch: Database,
): Promise<Map<ScratchStatement, unknown>> {
  const failures = new Map<ScratchStatement, unknown>()
  const run = async (list: readonly ScratchStatement[]): Promise<void> => {
    try {
      await scratch.sql.unsafe(list.map(({ text }) => `${text};\n`).join('')).simple()
    } catch (error) {
      if (list.length === 1) failures.set(list[0]!, error)
      else {
        const middle = list.length >> 1
        await run(list.slice(0, middle))
        await run(list.slice(middle))
      }
    }
  }
  // In batches: one transaction for all would need more locks than a server has.
  const batch = 200
  for (let left = statements, before = Infinity; left.length > 0 && left.length < before;) {
    before = left.length
    failures.clear()
    for (let at = 0; at < left.length; at += batch) await run(left.slice(at, at + batch))
    left = [...failures.keys()]
  }
  return failures
}

/** From the ids of declared objects to those of the catalog, which differ where a signature names types. */
async function canonicalIds(
  declared: Declared,
  scratch: Database,
  kinds: Kinds,
  resolve: (address: { catalog: string; oid: number }) => string | undefined,
): Promise<(id: string) => string> {
  const queries = [...declared.objects.values()].flatMap((object) => {
    const query = kinds.of(object).resolve?.(object.attributes)
    return query === undefined ? [] : [{ id: object.id, ...query }]
  })
  const map = new Map<string, string>()
  if (queries.length > 0) {
    const text = queries.map(({ sql }, index) => `select ${index} as n, (${sql})::oid as oid`).join(' union all ')
    for (const row of await scratch.sql.unsafe(text)) {
      const { id, catalog } = queries[row['n'] as number]!
      const found = row['oid'] === null ? undefined : resolve({ catalog, oid: row['oid'] as number })
      if (found !== undefined) map.set(id, found)
    }
  }
  return (id) => map.get(id) ?? id
}

/** A cross-cutting object names its target by id in `target`. */
function retarget(object: CatalogObject, canonical: (id: string) => string): CatalogObject {
  const { target } = object.attributes as { target?: string }
  if (target === undefined || canonical(target) === target) return object
  const attributes = { ...object.attributes, target: canonical(target) }
  return { ...object, id: object.id.replace(target, () => canonical(target)), attributes }
}
