import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createOutput } from '../../src/cli/output.js'
import { createProgress } from '../../src/cli/presenters/progress.js'
import type { Leg } from '../../src/runner/route.js'

const leg = { revision: 'a000', message: 'users', heading: 'up' } as Leg

/** What a run of half a second writes to a terminal with so many columns, besides its lines. */
async function drawn(columns: number | undefined): Promise<string> {
  const before = Object.getOwnPropertyDescriptor(process.stderr, 'columns')
  Object.defineProperty(process.stderr, 'columns', { value: columns, configurable: true })
  let text = ''
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((piece) => (text += String(piece)) !== '')
  onTestFinished(() => {
    write.mockRestore()
    if (before !== undefined) Object.defineProperty(process.stderr, 'columns', before)
    else delete (process.stderr as { columns?: number }).columns
  })
  const stream = { write: () => true }
  const output = {
    ...createOutput({ json: false, quiet: false }, { stdout: stream, stderr: stream }),
    interactive: true,
  }
  const progress = createProgress(output, { lock: 5000, attempts: 8 })
  progress.events.onStart?.([leg])
  progress.events.onLeg?.(leg)
  await sleep(600)
  progress.end()
  return text
}

test('a terminal shows what is at work', async () => {
  expect(await drawn(80)).toContain('1/1  up a000  users')
})

test('a terminal without columns shows lines only: drawing would not end', async () => {
  expect(await drawn(0)).toBe('')
})
