import { exitCodes, TidemarkError, type DiagnosticInput } from '../errors/error.js'
import { statements, transactionControl } from '../revisions/statements.js'
import { cannotResume } from './resume.js'
import type { Leg } from './route.js'
import { requireSecrets } from './secrets.js'

const fromClient = /^copy\b.*\bfrom stdin\b/

/**
 * Looks at all that is about to run, before anything does.
 * @throws TidemarkError TM310 no way back, TM312 transaction control, TM313 missing secrets, TM314 an index without a
 * name, TM324 a half-applied migration that can only go on.
 */
export function checkLegs(legs: readonly Leg[], env: NodeJS.ProcessEnv | undefined): void {
  for (const leg of legs) {
    if (leg.steps === undefined) continue
    const problems = [...noWayBack(leg), ...statementProblems(leg), ...cannotTurn(leg)]
    const exitCode = problems[0]?.code === 'TM310' ? exitCodes.notReversible : exitCodes.couldNotRun
    if (problems.length > 0) throw new TidemarkError(problems, { exitCode })
  }
  if (env !== undefined)
    requireSecrets(
      legs.flatMap(({ steps = [], heading }) => steps.flatMap((step) => step[heading])),
      env,
    )
}

const placeOf = ({ file }: Leg): Pick<DiagnosticInput, 'at'> => (file === undefined ? {} : { at: { file } })
const nameOf = ({ revision, message }: Leg): string => `${revision} (${message})`

function noWayBack(leg: Leg): readonly DiagnosticInput[] {
  if (leg.heading === 'up') return []
  const { stepsDone, underway } = leg.position
  const held = leg.steps!.slice(0, stepsDone + (underway ? 1 : 0))
  const without = held.flatMap(({ up, down }, index) => (up.length > 0 && down.length === 0 ? [index + 1] : []))
  if (without.length === 0) return []
  return [
    {
      code: 'TM310',
      subject: leg.revision,
      what: `migration ${nameOf(leg)} has no way back at step ${without.join(', ')}; nothing was taken back`,
      ...(leg.fromLedger === undefined ? noDown : onlyInFile),
      ...placeOf(leg),
    },
  ]
}

const noDown = {
  why: 'its `down` is empty, and Tidemark cannot know what would undo it',
  fix: ['write its `down`; where nothing has to be done, say so: down: sql`-- nothing to do`', 'or restore a backup'],
}
const onlyInFile = {
  why: 'its way back is taken from the ledger, which keeps none: there was none, or it is a function that only the file has',
  fix: ['restore the file as it was when it was applied', 'or restore a backup'],
}

function statementProblems(leg: Leg): readonly DiagnosticInput[] {
  return leg.steps!.flatMap((step, index) =>
    step[leg.heading].flatMap((sql) => {
      const text = sql.text()
      const where = `step ${index + 1} of migration ${nameOf(leg)}`
      const control = statements(text).find(({ shape }) => transactionControl.test(shape) || fromClient.test(shape))
      if (control !== undefined) return [controls(leg, where, control.text)]
      if (step.mode === 'alone' && cannotResume(text)) return [unnamed(leg, where)]
      return []
    }),
  )
}

function controls(leg: Leg, where: string, text: string): DiagnosticInput {
  const line = text.split('\n')[0]!
  const copies = /^copy/i.test(line)
  return {
    code: 'TM312',
    subject: leg.revision,
    what: `${where} holds a statement that a migration cannot run: ${line}`,
    why: copies
      ? 'COPY FROM STDIN waits for data that nobody sends'
      : 'each migration runs in a transaction of Tidemark’s, together with its entry in the ledger; nothing was run',
    fix: copies
      ? 'write the rows as INSERT'
      : ['remove it', 'a statement that must be committed before the next one goes into step.alone({ up, down })'],
    ...placeOf(leg),
  }
}

function unnamed(leg: Leg, where: string): DiagnosticInput {
  return {
    code: 'TM314',
    subject: leg.revision,
    what: `${where} builds an index concurrently and gives it no name`,
    why: 'a run that is interrupted could not find it again, and would build a second one',
    fix: 'name it: CREATE INDEX CONCURRENTLY the_name ON …',
    ...placeOf(leg),
  }
}

/** Of a step with several statements of which some were run, nobody knows which of its other side undo them. */
function cannotTurn(leg: Leg): readonly DiagnosticInput[] {
  const { position, heading } = leg
  if (position.heading === heading || position.statementsDone === 0) return []
  return [
    {
      code: 'TM324',
      subject: leg.revision,
      what: `migration ${nameOf(leg)} was interrupted inside a step, and can only go on`,
      why: `${position.statementsDone} of the statements of step ${position.heading === 'up' ? position.stepsDone + 1 : position.stepsDone} were run on the way ${position.heading}`,
      fix: `finish it first: tidemark ${position.heading}`,
      ...placeOf(leg),
    },
  ]
}
