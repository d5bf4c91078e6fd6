import type { Step } from '../../revisions/migration.js'
import type { Output } from '../output.js'
import { factsOf } from './facts.js'
import type { RevisionSummary } from './history.js'

const about = {
  transaction: '',
  alone: ', outside the transaction',
  brief: ', a short transaction of its own',
} as const

/** A revision with its steps and what stands on it. */
export interface Shown {
  readonly summary: RevisionSummary
  readonly steps: readonly Step[]
  readonly children: readonly string[]
}

/** Revisions with all that is known of them; as a document, one is not a list. */
export function presentShown(shown: readonly Shown[], output: Output): void {
  if (output.json) {
    const documents = shown.map(({ summary, steps, children }) => ({ ...summary, children, steps: steps.map(textsOf) }))
    return output.document(documents.length === 1 ? documents[0] : documents)
  }
  shown.forEach((item, index) => {
    if (index > 0) output.data('')
    present(item, output)
  })
}

const textsOf = ({ mode, up, down }: Step) => ({
  mode,
  up: up.map((item) => item.text()),
  down: down.map((item) => item.text()),
})

function present({ summary, steps, children }: Shown, output: Output): void {
  const { bold, dim } = output.style
  output.data(`${bold(summary.revision)}  ${summary.message}`)
  const next = children.length === 0 ? [] : [['next', children.join(', ')] as const]
  for (const [name, value] of [...factsOf(summary), ...next]) output.data(`${dim(`${name}:`.padEnd(9))}${value}`)
  steps.map(textsOf).forEach(({ mode, up, down }, index) => {
    output.data(`\n${dim(`step ${index + 1}${about[mode]}`)}`)
    for (const [name, list] of [
      ['up', up],
      ['down', down],
    ] as const) {
      for (const text of list) output.data(`${dim(`${name}:`.padEnd(6))}${text.trim().replaceAll('\n', '\n      ')}`)
    }
  })
}
