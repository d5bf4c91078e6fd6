import type { Foreseen, TableLock } from '../../replay/locks.js'
import type { Leg } from '../../runner/route.js'
import type { RunResult } from '../../runner/run.js'
import { segments, type Segment } from '../../runner/segments.js'
import type { Output } from '../output.js'

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

const place = (current: readonly string[]): string => (current.length === 0 ? 'at base' : `at ${current.join(', ')}`)

/** What `up` and `down` say when they are done. */
export function presentResult(
  command: 'up' | 'down',
  database: string,
  { done, current }: RunResult,
  output: Output,
): void {
  if (output.json) {
    const revisions = done.map(({ leg, durationMs }) => ({ ...headOf(leg), durationMs }))
    return output.document({ command, database, revisions, current })
  }
  if (done.length === 0) return output.note(`Nothing to do: ${database} is ${place(current)}.`)
  const did = command === 'up' ? 'Applied' : 'Took back'
  output.note(`${did} ${plural(done.length, 'revision')}; ${database} is ${place(current)}.`)
}

const headOf = ({ revision, message, fromLedger }: Leg): Record<string, unknown> => ({
  revision,
  message,
  ...(fromLedger === undefined ? {} : { wayBackFromLedger: fromLedger }),
})

/** A script for psql. */
export const presentScript = (script: string, output: Output): void =>
  output.json ? output.document({ script }) : output.data(script)

/** What `--dry-run` says: each migration with its transactions, their statements and the locks that they take. */
export function presentDryRun(
  command: 'up' | 'down',
  database: string,
  legs: readonly Leg[],
  { locks, unknown }: Foreseen,
  output: Output,
): void {
  if (output.json) {
    const revisions = legs.map((leg, index) => ({
      ...headOf(leg),
      transactions: partsOf(leg).map(({ texts, inTransaction }, part) => ({
        ...{ inTransaction, statements: texts },
        ...(locks[index]?.[part] === undefined ? {} : { locks: locks[index][part] }),
      })),
    }))
    return output.document({
      ...{ command, database, dryRun: true, revisions },
      ...(unknown === undefined ? {} : { locksUnknown: unknown }),
    })
  }
  if (legs.length === 0) return output.note(`Nothing to do in ${database}.`)
  const { bold, dim } = output.style
  for (const [index, leg] of legs.entries()) {
    const source = leg.fromLedger === undefined ? '' : dim(`  (way back from the ledger: ${leg.fromLedger})`)
    output.data(`${command} ${bold(leg.revision)}  ${leg.message}${source}`)
    for (const [part, { where, texts }] of partsOf(leg).entries()) {
      output.data(dim(`  ${where}`))
      for (const text of texts) output.data(text.replace(/^/gm, '    '))
      const found = locks[index]?.[part]
      for (const lock of found ?? []) output.data(`  ${dim('locks')} ${describeLock(lock)}`)
      if (locks[index] !== undefined && found === undefined) output.data(dim('  locks not known'))
    }
  }
  if (unknown !== undefined)
    output.note(`Not known which locks are taken${locks.length > 0 ? ' after that' : ''}: ${unknown}`)
  output.note(`${plural(legs.length, 'revision')} to ${command === 'up' ? 'apply' : 'take back'}; nothing was run.`)
}

/** `public.orders ACCESS EXCLUSIVE, 1.2 GB, about 3,400,000 rows, rewritten`. */
function describeLock({ table, mode, bytes, rows, rewritten }: TableLock): string {
  const about =
    rows === undefined
      ? []
      : [`about ${Math.round(rows).toLocaleString('en-US')} ${Math.round(rows) === 1 ? 'row' : 'rows'}`]
  return [`${table} ${mode}`, sizeText(bytes), ...about, ...(rewritten ? ['rewritten'] : [])].join(', ')
}

/** In PostgreSQL's units, of 1024. */
function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const size = bytes / 1024 ** power
  return `${size < 10 && power > 0 ? size.toFixed(1) : Math.round(size)} ${units[power]}`
}

const wheres: Readonly<Record<Segment['kind'], string>> = {
  transaction: 'in a transaction',
  outside: 'outside a transaction',
  batches: 'in batches, each in a transaction of its own',
}

function partsOf(leg: Leg): readonly { inTransaction: boolean; where: string; texts: readonly string[] }[] {
  return segments(leg.steps!, leg.heading, leg.position).map(({ kind, parts }) => ({
    inTransaction: kind === 'transaction',
    where: wheres[kind],
    texts: parts.map(({ sql }) => sql.text()),
  }))
}
