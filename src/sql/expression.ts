/** Takes away parentheses around a whole expression, which PostgreSQL prints and nobody writes: `(price > 0)`. */
export function unwrap(expression: string): string {
  let result = rereadable(expression)
  while (result.startsWith('(') && closing(result) === result.length - 1) result = result.slice(1, -1)
  return result
}

/** Where the parenthesis that opens at 0 closes, quoted text aside. */
function closing(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return -1
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

const arrayCast = /\)::((?:[\w .]|"(?:[^"]|"")*")+)\[\]\)/y

/**
 * Takes away the cast in `x = ANY ((ARRAY['a'::character varying])::text[])`, which PostgreSQL adds by itself. If it were
 * written, PostgreSQL would cast each element instead, so that the expression would never read back as it was.
 */
export function rereadable(expression: string): string {
  const marks = ['ANY ((ARRAY[', 'ALL ((ARRAY[']
  if (!marks.some((mark) => expression.includes(mark))) return expression
  let result = ''
  let from = 0
  for (let at = 0; at < expression.length; at = afterToken(expression, at)) {
    const mark = marks.find((text) => expression.startsWith(text, at))
    if (mark === undefined) continue
    const list = at + mark.length - 1
    let end = list
    for (let depth = 0; end < expression.length; end = afterToken(expression, end)) {
      if (expression[end] === '[') depth++
      else if (expression[end] === ']' && --depth === 0) break
    }
    arrayCast.lastIndex = end + 1
    if (!arrayCast.test(expression)) continue
    result += `${expression.slice(from, at)}${mark.slice(0, 3)} (${rereadable(expression.slice(list - 5, end + 1))})`
    from = arrayCast.lastIndex
    at = from - 1
  }
  return result + expression.slice(from)
}

/** Where the next character stands that is not inside of quotes. */
function afterToken(text: string, at: number): number {
  const character = text[at]
  if (character !== "'" && character !== '"') return at + 1
  const escapes = character === "'" && text[at - 1] === 'E'
  let end = at + 1
  for (; end < text.length && text[end] !== character; end++) if (escapes && text[end] === '\\') end++
  return end + 1
}
