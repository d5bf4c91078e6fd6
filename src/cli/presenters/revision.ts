import type { Step } from '../../revisions/migration.js'
import type { Output } from '../output.js'
import type { RevisionSummary } from './history.js'

/** One revision with all that is known of it, and both directions of its steps. */
export function presentRevision(summary: RevisionSummary, steps: readonly Step[], output: Output): void {
  const texts = steps.map(({ mode, up, down }) => ({
    mode,
    up: up.map((item) => item.text()),
    down: down.map((item) => item.text()),
  }))
  if (output.json) return output.document({ ...summary, steps: texts })
  const { bold, dim } = output.style
  output.data(`${bold(summary.revision)}  ${summary.message}`)
  for (const [name, value] of facts(summary)) output.data(`${dim(`${name}:`.padEnd(9))}${value}`)
  texts.forEach(({ mode, up, down }, index) => {
    output.data(`\n${dim(`step ${index + 1}${mode === 'alone' ? ', outside the transaction' : ''}`)}`)
    for (const [name, list] of [
      ['up', up],
      ['down', down],
    ] as const) {
      for (const text of list) output.data(`${dim(`${name}:`.padEnd(6))}${text.trim().replaceAll('\n', '\n      ')}`)
    }
  })
}

function facts(summary: RevisionSummary): readonly (readonly [string, string])[] {
  const names = [...(summary.current ? ['current'] : []), ...(summary.head ? ['head'] : [])]
  return [
    ['parents', summary.parents.length === 0 ? 'none' : summary.parents.join(', ')],
    ...(summary.state === undefined ? [] : [['state', [summary.state, ...names].join(', ')] as const]),
    ...(summary.appliedAt === undefined
      ? []
      : [
          [
            'applied',
            `${summary.appliedAt} by ${summary.appliedBy}, ${summary.durationMs} ms, tidemark ${summary.toolVersion}`,
          ] as const,
        ]),
    ...(summary.gitCommit === undefined ? [] : [['commit', summary.gitCommit] as const]),
    ['file', summary.file ?? 'none: known from the ledger only'],
    ...(summary.edited ? [['edited', 'the file does something else than what was applied'] as const] : []),
  ]
}
