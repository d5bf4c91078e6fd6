import type { Change } from '../../diff/change.js'

/** The names of the roles that changes create or drop: they belong to the history that does so. */
export function rolesOf(changes: readonly Change[]): readonly string[] {
  const names = changes.flatMap((change) => {
    if (change.type === 'alter') return []
    const objects = [...('before' in change ? [change.before] : []), ...('after' in change ? [change.after] : [])]
    return objects.flatMap(({ kind, attributes }) => (kind === 'role' ? (attributes as { name: string }).name : []))
  })
  return [...new Set(names)].sort()
}
