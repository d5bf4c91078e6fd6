import { relative } from 'node:path'
import type { AutogenerateResult } from '../../autogenerate/autogenerate.js'
import type { Config } from '../../config/config.js'
import type { Change } from '../../diff/change.js'
import { kinds } from '../../kinds/index.js'
import { formatDiagnostic } from './diagnostic.js'
import type { Output, Style } from '../output.js'

const marks = { add: '+', remove: '-', alter: '~', rename: '→' } as const

/** What `autogenerate` found and wrote. */
export function presentAutogenerate(result: AutogenerateResult, config: Config, output: Output): void {
  const { changes, file, hazards, converted, older } = result
  if (output.json) {
    output.document({ changes: changes.map(changeJson), hazards, conversions: converted, file: file ?? null })
    return
  }
  const schema = relative(process.cwd(), config.schema) || '.'
  if (changes.length === 0 && converted.length === 0) {
    output.note(`Nothing to do: ${result.database} is as ${schema} declares it.`)
    return
  }
  output.note(`Comparing ${schema} with ${result.database}\n`)
  for (const line of changeLines(changes, output.style)) output.note(line)
  const upward = hazards.filter((hazard) => hazard.direction === 'up')
  output.note(`\n${count(changes.length, 'change')}${upward.length === 0 ? '' : `, ${count(upward.length, 'hazard')}`}`)
  for (const { table, recipe, why } of converted) output.note(`  convert ${table} by ${recipe}: ${why}`)
  for (const hazard of upward) output.note(formatDiagnostic(hazard, output.style))
  if (older.length > 0) output.note(`\n${adviceOnBaseline(older)}`)
  if (file === undefined) {
    for (const { up } of result.steps) for (const statement of up) output.data(`${statement.text()};`)
    return
  }
  output.note('')
  output.data(`Wrote ${relative(process.cwd(), file)}`)
  output.note('Next: tidemark up')
}

const adviceOnBaseline = ([first, ...others]: readonly string[]): string =>
  `${first}${others.length === 0 ? ' was' : ` and ${count(others.length, 'other object')} were`} here before the first migration, which builds no other database then.
To begin the history with what is here: tidemark baseline, without this migration, and autogenerate after it.`

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

/** The changes as a list, parts below what they are parts of; the parts of something new or gone are summed up. */
export function changeLines(changes: readonly Change[], style: Style): string[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const parts = new Map<string, Change[]>()
  const tops: Change[] = []
  for (const change of changes) {
    const parent = parentOf(change)
    if (parent === undefined) tops.push(change)
    else parts.set(parent, [...(parts.get(parent) ?? []), change])
  }
  const lines: string[] = []
  const colours = { add: style.green, remove: style.red, alter: style.yellow, rename: style.cyan }
  const write = (change: Change, depth: number): void => {
    const inner = parts.get(change.id) ?? []
    const whole = change.type === 'add' || change.type === 'remove'
    const [kind, name] = split(change.id)
    const detail = whole
      ? summary(inner, parts)
      : change.type === 'alter'
        ? change.attributes.map((item) => valueChange(change, item)).join(', ')
        : ''
    const colour = colours[change.type]
    lines.push(
      `${'  '.repeat(depth + 1)}${colour(marks[change.type])} ${kind.padEnd(12)} ${name}${detail === '' ? '' : `  ${style.dim(detail)}`}`,
    )
    if (!whole) for (const part of inner) write(part, depth + 1)
  }
  // A part whose parent does not change itself stands below the parent's name.
  const orphans = new Map<string, Change[]>()
  for (const [parent, list] of parts) if (!byId.has(parent)) orphans.set(parent, list)
  for (const change of tops) write(change, 0)
  for (const [parent, list] of [...orphans].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, name] = split(parent)
    lines.push(`  ${style.yellow('~')} ${kind.padEnd(12)} ${name}`)
    for (const change of list) write(change, 1)
  }
  return lines
}

function parentOf(change: Change): string | undefined {
  return kinds.parentOf(change.type === 'remove' ? change.before : change.after)
}

/** `4 columns, 2 constraints`. */
function summary(inner: readonly Change[], parts: ReadonlyMap<string, readonly Change[]>): string {
  const counts = new Map<string, number>()
  const add = (change: Change): void => {
    const [kind] = split(change.id)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    for (const part of parts.get(change.id) ?? []) if (!['default', 'not-null'].includes(split(part.id)[0])) add(part)
  }
  inner.forEach(add)
  return [...counts].map(([kind, number]) => `${number} ${plural(kind, number)}`).join(', ')
}

const plural = (kind: string, number: number): string => {
  if (number === 1) return kind
  if (kind.endsWith('y')) return `${kind.slice(0, -1)}ies`
  return kind.endsWith('x') ? `${kind}es` : `${kind}s`
}

const split = (id: string): [kind: string, name: string] => {
  const at = id.indexOf(' ')
  return [id.slice(0, at), id.slice(at + 1)]
}

/** `type numeric(8,2) → numeric(12,2)`; what is too long to read in passing is only named. */
function valueChange(change: Change & { type: 'alter' }, attribute: string): string {
  const show = (value: unknown): string =>
    value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value)
  const before = show((change.before.attributes as Record<string, unknown>)[attribute])
  const after = show((change.after.attributes as Record<string, unknown>)[attribute])
  return before.length + after.length > 80 || /\n/.test(before + after)
    ? attribute
    : `${attribute} ${before} → ${after}`
}

/** A change as data. */
export const changeJson = (change: Change) => ({
  type: change.type,
  object: change.id,
  ...(change.type === 'alter' && { attributes: change.attributes }),
})
