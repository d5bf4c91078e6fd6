import { describe, expect, test } from 'vitest'
import { createOutput } from '../../src/cli/output.js'
import { bugReport } from '../../src/cli/presenters/bug.js'
import { wantsColour } from '../../src/cli/style.js'
import { diagnostic } from '../../src/errors/error.js'

function streams(isTTY: { stdout?: boolean; stderr?: boolean } = {}) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: isTTY[name] ?? false,
    write: (text: string) => (written[name] += text),
  })
  return { written, stdout: stream('stdout'), stderr: stream('stderr') }
}

const dropped = diagnostic({
  severity: 'warning',
  code: 'TM999',
  rule: 'destructive-drop',
  subject: 'public.orders.note',
  what: 'this migration drops a column\nthat holds 1,204 values',
  why: 'the way back restores the column, not its rows',
  fix: ['keep the data aside', 'or allow it with --allow TM999'],
  at: { file: `${process.cwd()}/schema/orders.ts`, line: 14, column: 3, code: 'note: c.text(),' },
})

test('a diagnostic', () => {
  const { written, ...to } = streams()
  createOutput({ json: false, quiet: false }, to).diagnostic(dropped)
  expect(written).toEqual({
    stdout: '',
    stderr: `\
warning TM999 destructive-drop  public.orders.note
  what: this migration drops a column
        that holds 1,204 values
  why:  the way back restores the column, not its rows
  fix:  keep the data aside
        or allow it with --allow TM999
  at:   schema/orders.ts:14:3
        note: c.text(),
`,
  })
})

test('data goes to stdout, notes to stderr', () => {
  const { written, ...to } = streams()
  const output = createOutput({ json: false, quiet: false }, to)
  output.data('data')
  output.note('note')
  output.document({ a: 1 })
  expect(written).toEqual({ stdout: 'data\n{\n  "a": 1\n}\n', stderr: 'note\n' })
})

test('--quiet leaves data and errors', () => {
  const { written, ...to } = streams()
  const output = createOutput({ json: false, quiet: true }, to)
  output.data('data')
  output.note('note')
  output.diagnostic(dropped)
  output.diagnostic(diagnostic({ code: 'TM007', what: 'wrong' }))
  expect(written).toEqual({ stdout: 'data\n', stderr: 'error TM007 usage\n  what: wrong\n' })
})

describe('colour', () => {
  const terminal = { isTTY: true }
  test.each([
    ['on a terminal', terminal, {}, true],
    ['not into a file', {}, {}, false],
    ['not under NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, true],
    ['NO_COLOR wins over FORCE_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['into a file under FORCE_COLOR', {}, { FORCE_COLOR: '1' }, true],
    ['not on a dumb terminal', terminal, { TERM: 'dumb' }, false],
  ])('%s', (_, stream, env, expected) => {
    expect(wantsColour(stream, env)).toBe(expected)
  })
})

test('a bug report holds no connection string', () => {
  const report = bugReport(new Error('no postgres://app:s3cret@localhost/shop'), [
    'up',
    '--url',
    'app:s3cret',
    '--url=s3cret',
  ])
  expect(report).not.toContain('s3cret')
  expect(report).toContain('  Error: no postgres://…\n')
  expect(report).toContain('  command: tidemark up --url … --url=…\n')
})
