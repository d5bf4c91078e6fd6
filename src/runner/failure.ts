import { readFileSync } from 'node:fs'
import { isServerError, statementDiagnostic, type ServerError } from '../database/postgres-error.js'
import { TidemarkError, type Location } from '../errors/error.js'
import { describeBlocker, type Blocker } from './backends.js'
import { redact } from './secrets.js'
import type { Leg } from './route.js'
import type { Part, Segment } from './segments.js'
import { StatementError } from './session.js'

/** What is known of a failure besides PostgreSQL's error. */
export interface FailureContext {
  readonly leg: Leg
  readonly segment: Segment
  /** The failing statement; missing where it was the commit or the entry in the ledger. */
  readonly part?: Part
  /** How the statement was sent. */
  readonly text?: string
  readonly steps: number
  readonly blockers: readonly Blocker[]
  readonly attempts: number
  readonly env: NodeJS.ProcessEnv
}

/** An error of a migration's statement: which one, where in the file, PostgreSQL's reason, and what remains. */
export function migrationFailed(reason: ServerError, context: FailureContext): TidemarkError {
  const { leg, segment, part, text, env } = context
  const secrets = segment.parts.map((item) => item.sql)
  const clean = redactError(reason, (value) => redact(value, secrets, env))
  const located = part === undefined || leg.file === undefined ? undefined : locate(leg.file, part, text)
  const at = reason.calledAt ?? located
  const told = statementDiagnostic(clean, {
    subject: leg.revision,
    ...(part === undefined || text === undefined
      ? {}
      : { statement: part.sql.secrets.length > 0 ? part.sql.text() : text }),
    ...(at === undefined ? {} : { at }),
  })
  const isBlocked = told.code === 'TM034' && context.blockers.length > 0
  const blocked = isBlocked ? context.blockers.map((blocker) => `it waited for ${describeBlocker(blocker)}`) : []
  const why = [told.what, ...blocked, told.why].filter((line) => line !== undefined)
  const fixes = [...(adviceFor(reason) ?? []), ...(told.fix === undefined ? [] : [told.fix].flat())]
  return new TidemarkError(
    {
      code: told.code === 'TM030' ? 'TM320' : told.code === 'TM034' ? 'TM323' : told.code,
      subject: `${leg.revision} ${leg.message}`,
      what:
        told.code === 'TM017'
          ? `the connection was lost: ${whatFailed(context)}`
          : `${whatFailed(context)}; ${remains(context)}`,
      why: why.join('\n'),
      ...(fixes.length === 0 ? {} : { fix: fixes }),
      ...(told.at === undefined ? {} : { at: told.at }),
    },
    { cause: reason },
  )
}

function whatFailed({ leg, part, steps, attempts }: FailureContext): string {
  const way = leg.heading === 'up' ? 'migration' : 'the way back of migration'
  const tries = attempts > 1 ? `, ${attempts} times,` : ''
  if (part === undefined) return `${way} ${leg.revision} failed${tries} when it was to be committed`
  return `${way} ${leg.revision} failed${tries} at step ${part.step + 1} of ${steps}`
}

function remains({ leg, segment }: FailureContext): string {
  if (segment.kind === 'batches') return 'the batches that were done stay done, and the next run goes on after them'
  const first = segment.parts[0]
  const untouched =
    leg.heading === 'up'
      ? first === undefined || first.step === 0
      : first === undefined || first.step === leg.position.stepsDone - 1
  if (untouched && (first?.statement ?? 0) === 0)
    return leg.heading === 'up' ? 'nothing of it was applied' : 'nothing of it was taken back'
  const done = leg.heading === 'up' ? 'stays applied' : 'stays taken back'
  return `what its earlier steps did ${done}`
}

function adviceFor({ code, message }: ServerError): readonly string[] | undefined {
  if (code === '25001' && /transaction block/.test(message)) {
    return ['put the statement into a step that stands alone: step.alone({ up, down })']
  }
  if (code === '23505' && message.endsWith('unique constraint "revision_pkey"')) {
    return ['another run applied this revision at the same moment; run the command again']
  }
  return undefined
}

function redactError(reason: ServerError, clean: (text: string) => string): ServerError {
  const texts = ['detail', 'hint', 'where', 'internal_query'] as const
  const cleaned = Object.fromEntries(
    texts.flatMap((field) => (reason[field] === undefined ? [] : [[field, clean(reason[field])]])),
  )
  return Object.assign(new Error(clean(reason.message)), {
    code: reason.code,
    position: reason.position,
    calledAt: reason.calledAt,
    ...cleaned,
  }) as ServerError
}

/** The first line of a statement in its file: found by its text, the n-th time where several are alike. */
function locate(file: string, { sql }: Part, text?: string): Location {
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    const first = sql.parts.find((part) => typeof part === 'string' && part.trim() !== '') as string | undefined
    const wanted = (sql.secrets.length === 0 && text !== undefined ? text : first)
      ?.split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
    const matches = wanted === undefined ? [] : lines.flatMap((line, index) => (line.includes(wanted) ? [index] : []))
    if (matches.length !== 1) return { file, ...(wanted === undefined ? {} : { code: wanted }) }
    return { file, line: matches[0]! + 1, code: lines[matches[0]!]!.trim() }
  } catch {
    return { file }
  }
}

/** An error of the server outside of any migration (its ledger, its lock, the connection), or whatever else was thrown. */
export function serverFailure(error: unknown): unknown {
  const reason = error instanceof StatementError ? error.reason : error
  if (!isServerError(reason) || reason instanceof TidemarkError) return error
  return new TidemarkError(statementDiagnostic(reason), { cause: reason })
}
