import { createHash } from 'node:crypto'
import type { Step } from './migration.js'
import { tokens } from './statements.js'

/**
 * A checksum of what a migration does on its way forward: 32 hexadecimal digits. Layout and comments do not count, so
 * that reformatting is no edit; secrets count by name; the way back does not count, so that it can still be mended.
 */
export function checksum(steps: readonly Step[]): string {
  const hash = createHash('sha256')
  for (const step of steps) {
    hash.update(`\0${step.mode}`)
    for (const statement of step.up) hash.update(`\0\0${normalised(statement.text())}`)
  }
  return hash.digest('hex').slice(0, 32)
}

function normalised(sql: string): string {
  let result = ''
  for (const { kind, start, end } of tokens(sql)) {
    if (kind === 'space' || kind === 'comment') result += result === '' || result.endsWith(' ') ? '' : ' '
    else result += sql.slice(start, end)
  }
  return result.replace(/[; ]+$/, '')
}
