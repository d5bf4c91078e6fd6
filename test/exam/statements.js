/**
 * Splits a psql script for machines without psql: statements, COPY … FROM stdin with its data, and no backslash commands.
 *
 * @returns {{ text: string, data?: string }[]}
 */
export function statements(script) {
  const found = []
  let at = 0
  while (at < script.length) {
    const start = skipBlank(script, at)
    if (start >= script.length) break
    if (script[start] === '\\') {
      at = lineEnd(script, start)
      continue
    }
    const end = statementEnd(script, start)
    const text = script.slice(start, end)
    at = end + 1
    if (!/^copy\s[\s\S]*\bfrom\s+stdin\b/i.test(text)) {
      found.push({ text })
      continue
    }
    const dataStart = lineEnd(script, at)
    const terminator = /^\\\.\r?$/m
    const rest = script.slice(dataStart)
    const stop = rest.search(terminator)
    found.push({ text, data: stop < 0 ? rest : rest.slice(0, stop) })
    at = stop < 0 ? script.length : lineEnd(script, dataStart + stop)
  }
  return found
}

const lineEnd = (script, at) => {
  const end = script.indexOf('\n', at)
  return end < 0 ? script.length : end + 1
}

/** Where the text before a statement ends: white space, comments, lone semicolons. */
function skipBlank(script, at) {
  const blank = /(?:[\s;]+|--[^\n]*)*/y
  for (;;) {
    blank.lastIndex = at
    const next = at + blank.exec(script)[0].length
    if (!script.startsWith('/*', next)) return next
    at = commentEnd(script, next)
  }
}

function commentEnd(script, at) {
  const mark = /\/\*|\*\//g
  mark.lastIndex = at
  for (let depth = 0, found = mark.exec(script); found; found = mark.exec(script)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return script.length
}

/** Tokens that may hide a semicolon, and those that tell whether one counts. */
const token = new RegExp(
  [
    `--[^\\n]*`,
    `\\/\\*`,
    `\\$(?:[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$`,
    `\\b[eE]'(?:[^'\\\\]|\\\\[\\s\\S]|'')*'`,
    `'(?:[^']|'')*'`,
    `"(?:[^"]|"")*"`,
    `[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff$]*`,
    `[();]`,
  ].join('|'),
  'g',
)

function statementEnd(script, start) {
  let parentheses = 0
  let blocks = 0
  let previous = ''
  token.lastIndex = start
  for (let match = token.exec(script); match; match = token.exec(script)) {
    const word = match[0].toLowerCase()
    if (word === ';' && parentheses === 0 && blocks === 0) return match.index
    else if (word === '(') parentheses += 1
    else if (word === ')') parentheses -= 1
    else if (word === '/*') token.lastIndex = commentEnd(script, match.index)
    else if (word.startsWith('$') && word.endsWith('$')) {
      const close = script.indexOf(match[0], token.lastIndex)
      token.lastIndex = close < 0 ? script.length : close + match[0].length
    } else if (word === 'atomic' && previous === 'begin') blocks = 1
    else if (word === 'case' && blocks > 0) blocks += 1
    else if (word === 'end' && blocks > 0) blocks -= 1
    if (!word.startsWith('--')) previous = word
  }
  return script.length
}
