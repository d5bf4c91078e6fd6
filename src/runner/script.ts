import { TidemarkError } from '../errors/error.js'
import { isCode } from '../revisions/data.js'
import { tokens } from '../revisions/statements.js'
import type { Sql } from '../sql/sql.js'
import { recordProgress, signedByRunner, type Entry, type Progress } from './ledger-statements.js'
import type { Origin } from './origin.js'
import type { Leg } from './route.js'
import { segments, type Segment } from './segments.js'
import { everyRow, statementsOf } from './execute.js'

export interface ScriptOptions {
  readonly command: 'up' | 'down'
  readonly origin: Origin
  /** What the script is for: a database or a range. */
  readonly target: string
  /** Statements that make the ledger, or bring it up to date. */
  readonly ledger: readonly string[]
  /** Statements that record squashes of what is applied. */
  readonly squashes?: readonly string[]
}

/** A script for psql of statements that are committed together. */
export function scriptOfTransaction(title: string, statements: readonly string[]): string {
  return [
    `-- ${title}`,
    '\\set ON_ERROR_STOP on',
    'SET client_min_messages = warning;',
    '',
    ...transaction(statements),
  ].join('\n')
}

/** A script for psql that does what a run would do, ledger included; secrets are psql variables. */
export function scriptOf(legs: readonly Leg[], options: ScriptOptions): string {
  const { command, target, origin, ledger, squashes = [] } = options
  const secrets = [...new Set(legs.flatMap(statementsOf).flatMap((statement) => statement.secrets))]
  const lines = [
    `-- tidemark ${command} --sql, by tidemark ${origin.toolVersion}, for ${target}`,
    ...secrets.map((name) => `-- Needs the variable ${name}: psql -v ${name}=…`),
    '\\set ON_ERROR_STOP on',
    'SET client_min_messages = warning;',
    '',
  ]
  if (legs.length === 0 && squashes.length === 0) return [...lines, '-- Nothing to do.'].join('\n')
  if (ledger.length > 0) lines.push('-- The ledger', ...transaction(ledger), '')
  if (squashes.length > 0) lines.push('-- Squashed, and applied already', ...transaction(squashes), '')
  for (const leg of legs) lines.push(...scriptOfLeg(leg as Leg & Entry, origin), '')
  return lines.join('\n').trimEnd()
}

function scriptOfLeg(leg: Leg & Entry, origin: Origin): readonly string[] {
  if (statementsOf(leg).some(isCode)) throw holdsFunction(leg)
  const by = signedByRunner(origin)
  let { known } = leg
  const record = (after: Segment['after'], underway: boolean): readonly string[] => {
    const progress: Progress = { heading: leg.heading, ...after, underway, known }
    known = true
    return recordProgress(leg, progress, by)
  }
  const lines = segments(leg.steps, leg.heading, leg.position).flatMap((segment) => {
    const texts = segment.parts.map(({ sql }) => textOf(sql))
    if (segment.kind === 'transaction') {
      const brief = segment.brief ? ["SET LOCAL lock_timeout = '100ms'"] : []
      return transaction([
        'SET LOCAL check_function_bodies = off',
        everyRow,
        ...brief,
        ...texts,
        ...record(segment.after, false),
      ])
    }
    const part = segment.parts[0]!
    const reached = { stepsDone: leg.heading === 'up' ? part.step : part.step + 1, statementsDone: part.statement }
    const doubt = segment.mayBeDone
      ? ['-- An interrupted run began the next statement: leave it out if it is done.']
      : []
    return [
      ...atOnce(record(reached, true)),
      ...[...doubt, ...texts].map(terminated),
      ...atOnce(record(segment.after, false)),
    ]
  })
  return [`-- ${leg.heading} ${leg.revision} ${leg.message.replace(/\s+/g, ' ')}`, ...lines]
}

const holdsFunction = ({ revision, message, file }: Leg): TidemarkError =>
  new TidemarkError({
    code: 'TM342',
    subject: revision,
    what: `migration ${revision} (${message}) has a step that is a function, which no script can hold`,
    why: 'step.run calls TypeScript in the transaction of the migration',
    fix: ['run it with tidemark', 'or write scripts of the ranges before and after it: tidemark up --sql a:b'],
    ...(file === undefined ? {} : { at: { file } }),
  })

const textOf = (sql: Sql): string => sql.text().trim()

const transaction = (statements: readonly string[]): readonly string[] =>
  ['BEGIN', ...statements, 'COMMIT'].map(terminated)

/** What belongs together is committed together, outside of the migration's own transactions too. */
const atOnce = (statements: readonly string[]): readonly string[] =>
  statements.length > 1 ? transaction(statements) : statements.map(terminated)

/** Ends a statement; a comment on its last line must not swallow the semicolon. */
function terminated(text: string): string {
  const pieces = tokens(text).filter(({ kind }) => kind !== 'space')
  const said = pieces.filter(({ kind }) => kind !== 'comment').at(-1)
  if (said === undefined || said.kind === 'semicolon') return text
  return pieces.at(-1)!.kind === 'comment' ? `${text}\n;` : `${text};`
}
