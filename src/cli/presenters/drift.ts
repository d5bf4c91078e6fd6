import { relative } from 'node:path'
import type { Adopted, AdoptOptions } from '../../drift/adopt.js'
import type { Output } from '../output.js'
import { changeJson, changeLines } from './changes.js'

/** What `baseline` wrote. */
export function presentBaseline({ database, changes, steps, file, stamped }: Adopted, output: Output): void {
  if (output.json) {
    output.document({ changes: changes.map(changeJson), file: file ?? null, stamped: stamped ?? null })
    return
  }
  if (changes.length === 0)
    return output.note(`Nothing to do: ${database} holds nothing; tidemark autogenerate begins.`)
  if (file === undefined) {
    for (const { up } of steps) for (const statement of up) output.data(`${statement.text()};`)
    return
  }
  output.data(`Wrote ${relative(process.cwd(), file)}`)
  output.note(`It builds what ${database} holds, and counts as applied there; nothing was run.`)
  output.note('Next: tidemark check, which says what is not declared yet')
}

/** What `adopt-drift` found and wrote. */
export function presentAdopted(result: Adopted, { revert }: AdoptOptions, output: Output): void {
  const { database, changes, steps, hazards, file, stamped } = result
  if (output.json) {
    output.document({ changes: changes.map(changeJson), hazards, file: file ?? null, stamped: stamped ?? null })
    return
  }
  if (changes.length === 0) return output.note(`Nothing to do: ${database} holds what its migrations made.`)
  output.note(`${revert ? 'To take back what was done' : 'Done'} to ${database} by hand:\n`)
  for (const line of changeLines(changes, output.style)) output.note(line)
  output.note('')
  for (const hazard of hazards) if (hazard.direction === 'up') output.diagnostic(hazard)
  if (file === undefined) {
    for (const { up } of steps) for (const statement of up) output.data(`${statement.text()};`)
    return
  }
  output.data(`Wrote ${relative(process.cwd(), file)}`)
  if (stamped === undefined) return output.note('Next: tidemark up')
  output.note(`It counts as applied to ${database}; nothing was run.`)
  output.note('Next: tidemark check, which says what is not declared yet')
}
