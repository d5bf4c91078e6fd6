import type { CheckResult } from '../../check/check.js'
import type { Config } from '../../config/config.js'
import type { Output } from '../output.js'
import { toWorkflowCommand } from './github.js'
import { toSarif } from './sarif.js'

/** More than this of one cause is a list nobody reads to its end; `--json` has all. */
const shown = 20

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github'

/** What `check` found. */
export function presentCheck(
  result: CheckResult,
  format: CheckFormat,
  { schema }: Pick<Config, 'schema'>,
  output: Output,
): void {
  const { findings, notes, partitions, notCompared } = result
  if (format === 'json') output.document({ findings, notes, partitions, notCompared })
  else if (format === 'sarif') output.document(toSarif([...findings, ...notes], schema))
  else if (format === 'github') for (const item of [...findings, ...notes]) output.data(toWorkflowCommand(item))
  else presentText(result, output)
}

function presentText({ database, findings, notes, partitions, notCompared }: CheckResult, output: Output): void {
  const counts = new Map<string, number>()
  for (const item of findings) {
    const count = (counts.get(item.code) ?? 0) + 1
    counts.set(item.code, count)
    if (count <= shown) output.diagnostic(item)
  }
  for (const [code, count] of counts) if (count > shown) output.note(`… and ${count - shown} more of ${code}`)
  for (const item of notes) output.diagnostic(item)
  for (const { table, every, partitions: count } of partitions)
    output.note(
      output.style.dim(
        `${table}: ${count} partitions, one ${/^\d+$/.test(every) ? `for ${every} numbers` : `every ${every.replace(/^1 /, '')}`}`,
      ),
    )
  for (const name of notCompared.slice(0, shown)) output.note(`not compared: ${name}`)
  if (notCompared.length > shown) output.note(`not compared: … and ${notCompared.length - shown} more`)
  if (findings.length === 0)
    output.note(`${output.style.green('✓')} ${database} is as declared, and every revision is applied.`)
}
