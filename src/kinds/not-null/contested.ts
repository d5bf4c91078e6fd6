import type { Snapshot } from '../../catalog/snapshot.js'
import { defaultName } from '../../sql/default-name.js'
import { qualified } from '../../sql/identifier.js'

interface Named {
  readonly schema: string
  readonly table: string
  readonly column?: string
  readonly name?: string
}

const names = new WeakMap<Snapshot, ReadonlySet<string>>()

/** Names of constraints that are given by hand, by schema; read from a snapshot once. */
function givenNames(snapshot: Snapshot): ReadonlySet<string> {
  const known = names.get(snapshot)
  if (known !== undefined) return known
  const result = new Set<string>()
  for (const { kind, attributes } of snapshot.objects.values()) {
    const { schema, name } = attributes as Named
    if ((kind === 'not-null' || kind === 'constraint') && name !== undefined) result.add(qualified(schema, name))
  }
  names.set(snapshot, result)
  return result
}

/**
 * True where PostgreSQL would choose another name than usual for a NOT NULL, since a constraint of another table of the
 * schema has that (CREATE TABLE … LIKE takes names along): it then has to be told.
 */
export const isContested = ({ schema, table, column = '' }: Named, snapshot: Snapshot): boolean =>
  snapshot.version >= 180_000 && givenNames(snapshot).has(qualified(schema, defaultName([table, column], 'not_null')))
