import type { AlterRule, Rules, Statement } from '../kind.js'
import { quoteLiteral } from '../../sql/identifier.js'
import { inTheWayOfRebuild, isReworded } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import type { EnumAttributes } from './enum.js'
import { typeName } from './sql.js'

const labelsOf = ({ labels = [] }: EnumAttributes): readonly string[] => labels

/** Labels that are called otherwise after: the declaration of either side says so. */
function renames(before: EnumAttributes, after: EnumAttributes): Map<string, string> {
  const pairs = [
    ...Object.entries(after.renamed ?? {}).map(([now, then]) => [then, now] as const),
    ...Object.entries(before.renamed ?? {}),
  ]
  const goes = (label: string): boolean => labelsOf(before).includes(label) && !labelsOf(after).includes(label)
  const comes = (label: string): boolean => labelsOf(after).includes(label) && !labelsOf(before).includes(label)
  return new Map(pairs.filter(([from, to]) => goes(from) && comes(to)))
}

function labelsAfterRenames(before: EnumAttributes, after: EnumAttributes): readonly string[] {
  const renamed = renames(before, after)
  return labelsOf(before).map((label) => renamed.get(label) ?? label)
}

/** True when labels are only added: all that there are stay, in their order. */
function onlyGrows(before: EnumAttributes, after: EnumAttributes): boolean {
  const rest = labelsOf(after)
  let at = 0
  for (const label of labelsAfterRenames(before, after)) {
    at = rest.indexOf(label, at) + 1
    if (at === 0) return false
  }
  return true
}

function added(before: EnumAttributes, after: EnumAttributes): Statement[] {
  const there = labelsAfterRenames(before, after)
  const labels = labelsOf(after)
  return labels.flatMap((label, index) => {
    if (there.includes(label)) return []
    const previous = labels[index - 1]
    const next = labels.slice(index).find((item) => there.includes(item))
    const beside = previous === undefined ? ` BEFORE ${quoteLiteral(next ?? '')}` : ` AFTER ${quoteLiteral(previous)}`
    const place = next === undefined ? '' : beside
    return [{ sql: `ALTER TYPE ${typeName(after)} ADD VALUE ${quoteLiteral(label)}${place}`, alone: 'when-used' }]
  })
}

const labels: AlterRule<EnumAttributes> = {
  alter: (before, after, context) => {
    const renamed = [...renames(before, after)].map(
      ([from, to]) => `ALTER TYPE ${typeName(after)} RENAME VALUE ${quoteLiteral(from)} TO ${quoteLiteral(to)}`,
    )
    if (onlyGrows(before, after)) return [...renamed, ...added(before, after)]
    return [...renamed, ...rebuild('enum', before, after, context)]
  },
  disturbs: (dependent, before, after, context) => {
    if (!onlyGrows(before, after)) return inTheWayOfRebuild(dependent, context)
    return renames(before, after).size > 0 && isReworded(dependent, context)
  },
}

export const rules: Rules<EnumAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  labels,
  renamed: 'ignore', // says what became of labels, and is nowhere in a database
}
