import { equal } from '../catalog/json.js'
import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import { emptySnapshot } from '../catalog/snapshot.js'
import type { Change } from '../diff/change.js'
import { diff } from '../diff/diff.js'
import type { Scope } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'

/** What an object is about, where the declarations, the migrations and the database do not agree on it. */
export type Disagreement =
  /** The database differs from both others: it was changed by hand. `change` leads from the migrations to the database. */
  | { readonly cause: 'drift'; readonly change: Change; readonly declared: boolean }
  /** The declarations differ from both others: nobody generated. `change` leads from the migrations to the declarations. */
  | { readonly cause: 'not generated'; readonly change: Change }
  /** The database is as declared, and no migration makes it: perhaps it was there before the first one. */
  | { readonly cause: 'unrecorded'; readonly change: Change }

export interface Sides {
  readonly live: Snapshot
  readonly declared: Snapshot
  /** What the applied migrations made, and what all of them make. */
  readonly applied: Snapshot
  readonly all: Snapshot
  /** What an empty database holds; asked for only where it matters. */
  birth(): Promise<Snapshot>
  readonly scope: Scope
  /** From the live catalog to the declarations. */
  readonly toDeclared: readonly Change[]
}

/** Compares each two of the three and says of each object who stands alone. */
export async function disagreements(sides: Sides, kinds: Kinds): Promise<Disagreement[]> {
  const { live, declared, applied, all, scope } = sides
  const undeclared = byId(sides.toDeclared)
  const drift = byId(compared(applied, live, scope, kinds))
  const forgotten = byId(compared(all, declared, scope, kinds))
  const asBorn = [...drift.keys()].every((id) => undeclared.has(id) && !forgotten.has(id))
  const birth = asBorn ? undefined : await sides.birth()
  const found: Disagreement[] = []
  for (const [id, change] of drift) {
    const recorded = birth !== undefined && isRecorded(change, applied, birth, kinds)
    if (!undeclared.has(id)) found.push({ cause: recorded ? 'drift' : 'unrecorded', change, declared: true } as const)
    else if (recorded || !forgotten.has(id)) found.push({ cause: 'drift', change, declared: false })
  }
  for (const [id, change] of forgotten) {
    // A database that is as declared was changed by hand, which is said already.
    const said = drift.has(id) && !undeclared.has(id)
    if (!said && (undeclared.has(id) || applied !== all)) found.push({ cause: 'not generated', change })
  }
  return found.sort((a, b) => (a.change.id < b.change.id ? -1 : a.change.id > b.change.id ? 1 : 0))
}

const byId = (changes: readonly Change[]): ReadonlyMap<string, Change> =>
  new Map(changes.map((change) => [change.id, change]))

/** The changes from what migrations made; roles that are not this history's are nobody's business here. */
export function compared(made: Snapshot, other: Snapshot, scope: Scope, kinds: Kinds): Change[] {
  const nobodys: Scope = { ...scope, desired: emptySnapshot(made.version) }
  const isForeign = (object: CatalogObject): boolean =>
    kinds.of(object).leftAlone?.(object.attributes, nobodys) ?? false
  return diff(made, other, kinds, { ...scope, current: made, desired: other }).filter((change) =>
    objectsOf(change).every((object) => !isForeign(object)),
  )
}

const objectsOf = (change: Change): readonly CatalogObject[] => [
  ...('before' in change ? [change.before] : []),
  ...('after' in change ? [change.after] : []),
]

const isExtended = ({ before, after }: Change & { type: 'alter' }, kinds: Kinds): boolean =>
  kinds.of(before).extends?.(before.attributes, after.attributes) ?? false

/** True for what a migration made, and for what is a part of it: it cannot have been there before the history began. */
function isRecorded(change: Change, applied: Snapshot, birth: Snapshot, kinds: Kinds): boolean {
  const made = (id: string): boolean => {
    const object = applied.objects.get(id)
    return object !== undefined && !equal(object.attributes, birth.objects.get(id)?.attributes)
  }
  const parent = kinds.parentOf(objectsOf(change)[0]!)
  if (parent !== undefined && made(parent)) return true
  return made(change.id) && !(change.type === 'alter' && isExtended(change, kinds))
}
