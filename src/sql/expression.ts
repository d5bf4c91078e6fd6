/** Takes away parentheses around a whole expression, which PostgreSQL prints and nobody writes: `(price > 0)`. */
export function unwrap(expression: string): string {
  let result = expression
  while (result.startsWith('(') && closing(result) === result.length - 1) result = result.slice(1, -1)
  return result
}

/** Where the parenthesis that opens at 0 closes, quoted text aside. */
function closing(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === "'" || character === '"') {
      const escapes = character === "'" && text[at - 1] === 'E'
      for (at++; at < text.length && text[at] !== character; at++) if (escapes && text[at] === '\\') at++
    } else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at
  }
  return -1
}

/** Where a text stands outside of quotes and parentheses, from `start` on; -1 where it does not. */
export function topLevelIndex(text: string, mark: string, start = 0): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (depth === 0 && text.startsWith(mark, at)) return at
    const character = text[at]!
    if (character === "'" || character === '"') {
      const escapes = character === "'" && text[at - 1] === 'E'
      for (at++; at < text.length && text[at] !== character; at++) if (escapes && text[at] === '\\') at++
    } else if (character === '(') depth++
    else if (character === ')') depth--
  }
  return -1
}
