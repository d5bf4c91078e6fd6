import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/errors/error.js'
import { toWorkflowCommand } from '../../src/cli/presenters/github.js'
import { toSarif } from '../../src/cli/presenters/sarif.js'

const item: Diagnostic = {
  severity: 'error',
  code: 'TM421',
  rule: 'not-generated',
  subject: 'column public.users.email',
  what: '50% of it, and: more',
  fix: ['first', 'second'],
  at: { file: join(process.cwd(), 'schema', 'my users.ts'), line: 3, column: 7 },
}

test('a workflow command has its file, line and message escaped', () => {
  expect(toWorkflowCommand(item)).toBe(
    '::error file=schema/my users.ts,line=3,col=7,title=TM421 not-generated column public.users.email::50%25 of it, and: more%0Afix: first%0Afix: second',
  )
  expect(toWorkflowCommand({ severity: 'note', code: 'TM422', rule: 'a,b:c', what: 'x' })).toBe(
    '::notice title=TM422 a%2Cb%3Ac::x',
  )
})

test('SARIF names each rule once and gives every result a file', () => {
  const { at: _, ...placeless } = item
  const log = toSarif([item, { ...placeless, subject: 'table public.t' }], join(process.cwd(), 'schema'))
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tidemark', rules: [{ id: 'TM421', name: 'not-generated' }] } },
        results: [
          {
            ruleId: 'TM421',
            ruleIndex: 0,
            level: 'error',
            message: { text: '50% of it, and: more\nfix: first\nfix: second' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'schema/my%20users.ts' },
                  region: { startLine: 3, startColumn: 7 },
                },
                logicalLocations: [{ fullyQualifiedName: 'column public.users.email' }],
              },
            ],
          },
          { locations: [{ physicalLocation: { artifactLocation: { uri: 'schema' } } }] },
        ],
      },
    ],
  })
})
