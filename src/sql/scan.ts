/** Where the next character stands that is not inside of quotes. */
export function afterToken(text: string, at: number): number {
  const character = text[at]
  if (character !== "'" && character !== '"') return at + 1
  const escapes = character === "'" && text[at - 1] === 'E'
  let end = at + 1
  for (; end < text.length && text[end] !== character; end++) if (escapes && text[end] === '\\') end++
  return end + 1
}

/** Where a text stands outside of quotes and parentheses, from `start` on; -1 where it does not. */
export function topLevelIndex(text: string, mark: string, start = 0): number {
  let depth = 0
  for (let at = start; at < text.length; at = afterToken(text, at)) {
    if (depth === 0 && text.startsWith(mark, at)) return at
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
  }
  return -1
}

const query = /^\(\s*(?:SELECT|WITH|VALUES)\b/

/** Takes away parentheses around the whole. A query needs its own. */
export function withoutParentheses(expression: string): string {
  let result = expression
  while (result.startsWith('(') && closing(result) === result.length - 1 && !query.test(result))
    result = result.slice(1, -1)
  return result
}

/** Where the parenthesis that opens at 0 closes. */
export function closing(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return -1
}
