import { createHash } from 'node:crypto'
import { isCode } from './data.js'
import type { Step } from './migration.js'
import { tokens } from './statements.js'

/**
 * A checksum of what a migration does on its way forward: 32 hexadecimal digits. Layout and comments do not count, so
 * that reformatting is no edit; secrets count by name; the way back does not count, so that it can still be mended. Where a
 * step is a function, `source` counts: the text of its file.
 */
export function checksum(steps: readonly Step[], source?: string): string {
  const hash = createHash('sha256')
  for (const step of steps) {
    hash.update(`\0${step.mode}`)
    for (const statement of step.up)
      hash.update(`\0\0${isCode(statement) ? codeOf(source ?? '') : normalised(statement.text())}`)
  }
  return hash.digest('hex').slice(0, 32)
}

const hasLayout = /[^\S ]| {2}|--|\/\*/

function normalised(sql: string): string {
  // Most statements have no layout to lose, and looking for it is much faster than reading them.
  if (!hasLayout.test(sql)) return sql.trimStart().replace(/[; ]+$/, '')
  let result = ''
  for (const { kind, start, end } of tokens(sql)) {
    if (kind === 'space' || kind === 'comment') result += result === '' || result.endsWith(' ') ? '' : ' '
    else result += sql.slice(start, end)
  }
  return result.replace(/[; ]+$/, '')
}

/**
 * The text of a file without its head and without what formatters change: layout, comments, quotes, commas, semicolons,
 * parentheses. A function may call others of its file, so all of them count.
 */
function codeOf(source: string): string {
  return source
    .replace(/\bmigration\s*\(\s*\{[^}]*\}/, '')
    .replace(/(["'`])(?:\\[^]|(?!\1)[^\\])*\1|\/\/[^\n]*|\/\*[^]*?\*\//g, (found) =>
      found.startsWith('/') ? '' : found,
    )
    .replace(/[\s;,'"()]+/g, '')
}
