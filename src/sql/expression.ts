const query = /^\(\s*(?:SELECT|WITH|VALUES)\b/

/** Takes away parentheses around a whole expression, which PostgreSQL prints and nobody writes: `(price > 0)`. A query needs its own. */
export function unwrap(expression: string): string {
  let result = rereadable(expression)
  while (result.startsWith('(') && closing(result) === result.length - 1 && !query.test(result))
    result = result.slice(1, -1)
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

/**
 * What PostgreSQL prints of an expression or a query, so that it is the same again when it is written. In three places it does
 * not read back as it was: where PostgreSQL casts a list by itself, where one AND or OR begins another one, and at the
 * marks of a CYCLE clause.
 */
export const rereadable = (printed: string): string => withPlainMarks(withNests(withoutListCasts(printed)))

const literal = `(E?'(?:[^']|'')*')::([^()']+?)`
const cycleMarks = new RegExp(` TO ${literal} DEFAULT ${literal} USING `, 'g')

/** Marks of CYCLE are constants with their type before them: the grammar has no place for the casts that are printed. */
const withPlainMarks = (query: string): string => query.replace(cycleMarks, ' TO $2 $1 DEFAULT $4 $3 USING ')

const arrayCast = /\)::((?:[\w .]|"(?:[^"]|"")*")+)\[\]\)/y

/**
 * Takes away the cast in `x = ANY ((ARRAY['a'::character varying])::text[])`, which PostgreSQL adds by itself. If it were
 * written, PostgreSQL would cast each element instead.
 */
function withoutListCasts(expression: string): string {
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
    result += `${expression.slice(from, at)}${mark.slice(0, 3)} (${withoutListCasts(expression.slice(list - 5, end + 1))})`
    from = arrayCast.lastIndex
    at = from - 1
  }
  return result + expression.slice(from)
}

/** Parentheses: where they open and close, the operator that joins what stands in them, and the parentheses they begin with. */
interface Group {
  readonly start: number
  readonly end?: number
  operator?: string
  first?: Group
}

/**
 * Keeps `((a AND b) AND c)` from being read as `(a AND b AND c)`, which is what the grammar of PostgreSQL makes of it
 * (makeAndExpr and makeOrExpr in gram.y). Such a nest comes from `x BETWEEN 1 AND 2 AND c`, and is written so again; or from a
 * comparison of rows, `(a, b) = (1, 2) AND c`: then it is cast to what it is, which PostgreSQL forgets once it has read it.
 */
function withNests(expression: string): string {
  if (!expression.includes('((') || !/\) (?:AND|OR) /.test(expression)) return expression
  let result = ''
  let from = 0
  const open: Group[] = [{ start: -1 }]
  for (let at = 0; at < expression.length; at = afterToken(expression, at)) {
    if (expression[at] === '(') open.push({ start: at })
    else if (expression[at] === ')') {
      const [group, around] = [open.pop(), open.at(-1)]
      if (group !== undefined && around?.start === group.start - 1) around.first = { ...group, end: at }
    } else if (expression[at] === ' ') {
      const operator = [' AND ', ' OR '].find((text) => expression.startsWith(text, at))
      const group = open.at(-1)
      if (operator === undefined || group === undefined) continue
      const { first } = group
      if (first?.end === at - 1 && first.operator === operator) {
        const inside = expression.slice(first.start + 1, first.end)
        const range = first.start < from ? undefined : asRange(inside, operator)
        result +=
          range === undefined
            ? `${expression.slice(from, at)}::boolean`
            : `${expression.slice(from, first.start + 1)}${range})`
        from = at
      }
      group.operator = operator
    }
  }
  return result + expression.slice(from)
}

/** `x BETWEEN a AND b` for `(x >= a) AND (x <= b)`, `x NOT BETWEEN a AND b` for `(x < a) OR (x > b)`. */
function asRange(expression: string, operator: string): string | undefined {
  const [words, low, high] = operator === ' AND ' ? ['BETWEEN', ' >= ', ' <= '] : ['NOT BETWEEN', ' < ', ' > ']
  const at = topLevelIndex(expression, operator)
  const lower = halves(unwrap(expression.slice(0, at)), low)
  const upper = halves(unwrap(expression.slice(at + operator.length)), high)
  if (lower === undefined || upper === undefined || lower[0] !== upper[0]) return undefined
  return `${lower[0]} ${words} ${lower[1]} AND ${upper[1]}`
}

function halves(expression: string, mark: string): readonly [string, string] | undefined {
  const at = topLevelIndex(expression, mark)
  return at < 0 ? undefined : [expression.slice(0, at), expression.slice(at + mark.length)]
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
