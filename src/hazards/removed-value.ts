import type { HazardRule } from './hazard.js'

/** Rows that hold a removed enum value cannot be converted. */
export const removedValue: HazardRule = {
  code: 'TM206',
  does: 'removes a value of an enum',
  why: 'a row that holds a removed value stops the migration; every column of the type is rewritten',
  fits: (id) => id.startsWith('enum '),
  judge(change) {
    if (change.type !== 'alter' || change.before.kind !== 'enum') return undefined
    const { labels: before = [] } = change.before.attributes as { labels?: readonly string[] }
    const { labels: after = [] } = change.after.attributes as { labels?: readonly string[] }
    const removed = before.filter((label) => !after.includes(label))
    if (removed.length === 0) return undefined
    return {
      what: `${change.id} loses ${removed.map((label) => `'${label}'`).join(', ')}`,
      fix: 'update such rows first',
    }
  },
}
