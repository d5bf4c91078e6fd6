import type { CompositeTypeAttributes } from '../kinds/composite-type/composite-type.js'
import type { HazardRule } from './hazard.js'

/** Values of a composite type lose what an attribute held. */
export const droppedAttribute: HazardRule = {
  code: 'TM203',
  does: 'drops an attribute of a type',
  why: 'the way back restores the attribute, not its values',
  fits: (id) => id.startsWith('composite-type '),
  judge(change, { from }) {
    if (change.type !== 'alter' || change.before.kind !== 'composite-type') return undefined
    const before = change.before.attributes as CompositeTypeAttributes
    const after = change.after.attributes as CompositeTypeAttributes
    const kept = new Set([
      ...(after.attributes ?? []).map(({ name }) => name),
      ...Object.values(after.renamed ?? {}),
      ...Object.keys(before.renamed ?? {}),
    ])
    const lost = (before.attributes ?? []).map(({ name }) => name).filter((name) => !kept.has(name))
    const used = from.allDependents(change.id).some(({ kind }) => kind === 'column')
    if (lost.length === 0 || !used) return undefined
    return {
      what: `${change.id} loses ${lost.join(', ')} with its values`,
    }
  },
}
