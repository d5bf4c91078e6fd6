import type { Ledger } from '../../runner/ledger.js'
import type { Leg, State } from '../../runner/route.js'
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

/** What `--dry-run` says: each migration with its transactions and statements. */
export function presentDryRun(
  command: 'up' | 'down',
  database: string,
  { legs }: { legs: readonly Leg[]; ledger: Ledger; state: State },
  output: Output,
): void {
  if (output.json) {
    const revisions = legs.map((leg) => ({
      ...headOf(leg),
      transactions: partsOf(leg).map(({ texts, inTransaction }) => ({ inTransaction, statements: texts })),
    }))
    return output.document({ command, database, dryRun: true, revisions })
  }
  if (legs.length === 0) return output.note(`Nothing to do in ${database}.`)
  const { bold, dim } = output.style
  for (const leg of legs) {
    const source = leg.fromLedger === undefined ? '' : dim(`  (way back from the ledger: ${leg.fromLedger})`)
    output.data(`${command} ${bold(leg.revision)}  ${leg.message}${source}`)
    for (const { where, texts } of partsOf(leg)) {
      output.data(dim(`  ${where}`))
      for (const text of texts) output.data(text.replace(/^/gm, '    '))
    }
  }
  output.note(`${plural(legs.length, 'revision')} to ${command === 'up' ? 'apply' : 'take back'}; nothing was run.`)
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
