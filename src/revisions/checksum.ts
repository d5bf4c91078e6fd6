import { createHash } from 'node:crypto'
import { isCode } from './data.js'
import type { Step } from './migration.js'
import { tokens } from './statements.js'

/** Whether a ledger that has this checksum speaks of a migration as its file is now. */
export const isSame = ({ checksum, formerChecksum }: Checksums, recorded: string): boolean =>
  recorded === checksum || recorded === formerChecksum

export interface Checksums {
  readonly checksum: string
  /** As version 0.1.0 made it: ledgers keep what they have. */
  readonly formerChecksum: string
}

/**
 * A checksum of what a migration does on its way forward: 32 hexadecimal digits. Layout, comments and the case of words do not
 * count, so that reformatting is no edit; secrets count by name; the way back does not count, so that it can still be mended.
 * Where a step is a function, `source` counts: the text of its file.
 */
export const checksum = (steps: readonly Step[], source?: string): string => hashOf(steps, source, folded)

/** See {@link Checksums}. */
export const formerChecksum = (steps: readonly Step[], source?: string): string => hashOf(steps, source, normalised)

function hashOf(steps: readonly Step[], source: string | undefined, textOf: (sql: string) => string): string {
  const hash = createHash('sha256')
  for (const step of steps) {
    hash.update(`\0${step.mode}`)
    for (const statement of step.up)
      hash.update(`\0\0${isCode(statement) ? codeOf(source ?? '') : textOf(statement.text())}`)
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

const separates = /^[(),;]$/

/** Words in lower case; a space only where one stood between two that need it. Spaces decide what an operator is. */
function folded(sql: string): string {
  let result = ''
  let last = ';'
  let isApart = false
  for (const { kind, start, end } of tokens(sql)) {
    if (kind === 'space' || kind === 'comment') {
      isApart = true
      continue
    }
    const text = sql.slice(start, end)
    if (isApart && !separates.test(last) && !separates.test(text)) result += ' '
    result += kind === 'word' ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text
    last = text
    isApart = false
  }
  return result.replace(/;+$/, '')
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
