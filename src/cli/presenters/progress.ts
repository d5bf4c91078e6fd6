import { describeBlocker } from '../../runner/backends.js'
import type { Timeouts, Wait } from '../../runner/execute.js'
import { describeHolder } from '../../runner/lock.js'
import type { Leg } from '../../runner/route.js'
import type { RunEvents } from '../../runner/run.js'
import type { Output } from '../output.js'

/** Shows a run while it goes: a spinner on a terminal, plain lines elsewhere. */
export function createProgress(output: Output, { lock }: Timeouts): { events: RunEvents; end(): void } {
  const spinner = output.interactive && hasWidth() ? createSpinner() : undefined
  const { dim, yellow, green } = output.style
  let total = 0
  let done = 0
  let lastWait = ''
  let lastBatch = performance.now()
  const line = (text: string): void => {
    spinner?.pause()
    output.note(text)
  }
  return {
    end: () => spinner?.stop(),
    events: {
      onStart: (legs) => void (total = legs.length),
      onLockWait: (holder) =>
        line(
          yellow(
            `Another run holds the lock: ${holder === undefined ? 'it has just begun' : describeHolder(holder)}. Waiting …`,
          ),
        ),
      onLeg(leg) {
        lastWait = ''
        spinner?.show(`${done + 1}/${total}  ${leg.heading} ${leg.revision}  ${leg.message}`)
      },
      onLegDone(leg, durationMs) {
        done++
        line(
          `${green(leg.heading.padEnd(4))} ${leg.revision}  ${leg.message}  ${dim(`${durationMs} ms${source(leg)}`)}`,
        )
      },
      onBatch({ revision, table, changed }) {
        const text = `${revision}  ${table}: ${changed.toLocaleString('en')} rows filled in`
        if (spinner !== undefined) return spinner.show(`${done + 1}/${total}  ${text}`)
        // A log of a pipeline tells that it lives, and no more.
        if (performance.now() - lastBatch < 10_000) return
        lastBatch = performance.now()
        line(dim(text))
      },
      onWait(wait) {
        const text = waitText(wait, lock)
        if (text !== lastWait) line(yellow(text))
        lastWait = text
      },
    },
  }
}

const source = ({ fromLedger }: Leg): string =>
  fromLedger === undefined ? '' : `, way back from the ledger: ${fromLedger}`

function waitText({ revision, blockers, pause }: Wait, lockTimeout: number): string {
  const who = blockers.map((blocker) => `\n       ${describeBlocker(blocker)}`).join('')
  if (pause === undefined) return `wait ${revision}  for${who || ' a lock'}`
  return `wait ${revision}  no lock within ${lockTimeout / 1000} s; next attempt in ${(pause / 1000).toFixed(1)} s`
}

/** A terminal that nobody looks at (`script`, `expect`, `docker exec -t`) may say that it has no columns: ora would never end drawing. */
const hasWidth = (): boolean => process.stderr.columns !== 0

/** ora takes a while to load, and a run that ends sooner needs none. */
function createSpinner(): { show(text: string): void; pause(): void; stop(): void } {
  let text = ''
  let spinner: import('ora').Ora | undefined
  const timer = setTimeout(() => {
    void import('ora').then(({ default: ora }) => {
      if (text !== '') spinner = ora({ text, stream: process.stderr, discardStdin: false }).start()
    })
  }, 300)
  return {
    show(next) {
      text = next
      if (spinner === undefined) return
      spinner.text = next
      if (!spinner.isSpinning) spinner.start()
    },
    pause: () => spinner?.stop(),
    stop() {
      clearTimeout(timer)
      text = ''
      spinner?.stop()
    },
  }
}
