import { relative } from 'node:path'
import type { AutogenerateResult } from '../../autogenerate/autogenerate.js'
import type { Config } from '../../config/config.js'
import type { Change } from '../../diff/change.js'
import type { Output, Style } from '../output.js'

const marks = { add: '+', remove: '-', alter: '~', rename: '→' } as const

/** `~ column public.orders.total    type, collation`. */
export function changeLine(change: Change, style: Style): string {
  const colour = { add: style.green, remove: style.red, alter: style.yellow, rename: style.cyan }[change.type]
  const detail = change.type === 'alter' ? `  ${style.dim(change.attributes.join(', '))}` : ''
  return `  ${colour(marks[change.type])} ${change.id}${detail}`
}

/** What `autogenerate` found and wrote. */
export function presentAutogenerate(result: AutogenerateResult, config: Config, output: Output): void {
  const { changes, file } = result
  if (output.json) {
    output.document({ changes: changes.map(changeJson), hazards: [], file: file ?? null })
    return
  }
  const schema = relative(config.root, config.schema) || '.'
  if (changes.length === 0) {
    output.note(`Nothing to do: ${result.database} is as ${schema} declares it.`)
    return
  }
  for (const change of changes) output.note(changeLine(change, output.style))
  output.note(`\n${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`)
  if (file === undefined) return
  output.data(relative(process.cwd(), file))
  output.note('Next: tidemark up')
}

/** A change as data. */
export const changeJson = (change: Change) => ({
  type: change.type,
  object: change.id,
  ...(change.type === 'alter' && { attributes: change.attributes }),
})
