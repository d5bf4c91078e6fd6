/** A lexical piece of SQL text (Manual, 4.1): enough to find where statements end and what is only layout. */
export interface Token {
  readonly kind: 'space' | 'comment' | 'text' | 'word' | 'semicolon' | 'other'
  readonly start: number
  readonly end: number
}

const plainString = /'(?:[^']|'')*(?:'|$)/y
const escapeString = /[eE]'(?:\\[^]|[^'\\]|'')*(?:'|$)/y
const quotedName = /"(?:[^"]|"")*(?:"|$)/y
const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y
const space = /\s+/y
const lineComment = /--[^\r\n]*/y

/** Cuts SQL text into tokens that together are the whole text. `text` is a string, a quoted name or a dollar quote. */
export function tokens(sql: string): readonly Token[] {
  const found: Token[] = []
  let at = 0
  while (at < sql.length) {
    const [kind, end] = next(sql, at)
    found.push({ kind, start: at, end })
    at = end
  }
  return found
}

function next(sql: string, at: number): [Token['kind'], number] {
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at
    return pattern.test(sql) ? pattern.lastIndex : 0
  }
  const character = sql[at]!
  if (/\s/.test(character)) return ['space', match(space)]
  if (character === ';') return ['semicolon', at + 1]
  if (character === "'") return ['text', match(plainString)]
  if (character === '"') return ['text', match(quotedName)]
  if (character === '-' && sql[at + 1] === '-') return ['comment', match(lineComment)]
  if (character === '/' && sql[at + 1] === '*') return ['comment', endOfComment(sql, at)]
  if (character === '$') {
    const opened = match(dollarQuote)
    if (opened === 0) return ['other', at + 1]
    const closed = sql.indexOf(sql.slice(at, opened), opened)
    return ['text', closed === -1 ? sql.length : closed + opened - at]
  }
  const escaped = match(escapeString)
  if (escaped > 0) return ['text', escaped]
  const named = match(word)
  return named > 0 ? ['word', named] : ['other', at + 1]
}

/** Block comments nest. */
function endOfComment(sql: string, start: number): number {
  let depth = 0
  const pattern = /\/\*|\*\//g
  pattern.lastIndex = start
  for (let match = pattern.exec(sql); match !== null; match = pattern.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return pattern.lastIndex
  }
  return sql.length
}

/** One statement of a longer text, with where it begins. */
export interface Statement {
  readonly text: string
  /** Counted in characters from the beginning of the whole text. */
  readonly offset: number
  /** The text in lower case without comments and with single spaces: for recognising it, never for running it. */
  readonly shape: string
}

/** Splits SQL text at its semicolons; those in parentheses and in `BEGIN ATOMIC … END` bodies do not end a statement. */
export function statements(sql: string): readonly Statement[] {
  const found: Statement[] = []
  let start = 0
  let shape: string[] = []
  let parentheses = 0
  let blocks = 0
  const finish = (end: number): void => {
    const text = sql.slice(start, end)
    if (shape.some((piece) => piece !== ' ')) {
      const lead = text.length - text.trimStart().length
      found.push({ text: text.trim(), offset: start + lead, shape: shape.join('').replace(/ +/g, ' ').trim() })
    }
    shape = []
    parentheses = blocks = 0
  }
  for (const token of tokens(sql)) {
    const text = sql.slice(token.start, token.end)
    if (token.kind === 'semicolon' && parentheses === 0 && blocks === 0) {
      finish(token.start)
      start = token.end
      continue
    }
    if (text === '(') parentheses++
    else if (text === ')') parentheses = Math.max(0, parentheses - 1)
    if (token.kind === 'word') blocks = Math.max(0, blocks + blockChange(text.toLowerCase(), blocks, shape))
    if (token.kind === 'space' || token.kind === 'comment') shape.push(' ')
    else shape.push(token.kind === 'text' ? text : text.toLowerCase())
  }
  finish(sql.length)
  return found
}

/** Only the body of a CREATE FUNCTION or PROCEDURE has blocks; CASE … END inside one must not close it. */
function blockChange(keyword: string, depth: number, shape: readonly string[]): number {
  if (keyword === 'end') return depth > 0 ? -1 : 0
  if (keyword === 'case') return depth > 0 ? 1 : 0
  return keyword === 'begin' &&
    /^ *create (or replace )?(function|procedure)\b/.test(shape.join('').replace(/ +/g, ' '))
    ? 1
    : 0
}

/** The beginning of statements that begin or end a transaction, in a statement's `shape`. */
export const transactionControl =
  /^(begin|start transaction|commit|end|rollback|abort|prepare transaction)\b(?! prepared)/

export const controlsTransaction = (text: string): boolean =>
  statements(text).some(({ shape }) => transactionControl.test(shape))
