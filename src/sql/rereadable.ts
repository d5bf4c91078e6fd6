import { afterToken, topLevelIndex, withoutParentheses } from './scan.js'

/**
 * What PostgreSQL prints of an expression or a query, so that it is the same again when it is written. In some places it does
 * not read back as it was: where PostgreSQL casts a list by itself, where one AND or OR begins another one, at the marks of a
 * CYCLE clause, where a constant is negated by an operator, and where one has no name in the list of a SELECT.
 */
export const rereadable = (printed: string): string =>
  [withoutListCasts, withListTypes, withNests, withPlainMarks, withNegations, withUnnamedConstants].reduce(
    (text, rewritten) => rewritten(text),
    printed,
  )

const literal = `(E?'(?:[^']|'')*')::([^()']+?)`
const cycleMarks = new RegExp(` TO ${literal} DEFAULT ${literal} USING `, 'g')

/** Marks of CYCLE are constants with their type before them: the grammar has no place for the casts that are printed. */
const withPlainMarks = (query: string): string =>
  query.includes(' CYCLE ') ? query.replace(cycleMarks, ' TO $2 $1 DEFAULT $4 $3 USING ') : query

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
    const end = listEnd(expression, list)
    arrayCast.lastIndex = end + 1
    if (!arrayCast.test(expression)) continue
    result += `${expression.slice(from, at)}${mark.slice(0, 3)} (${withoutListCasts(expression.slice(list - 5, end + 1))})`
    from = arrayCast.lastIndex
    at = from - 1
  }
  return result + expression.slice(from)
}

const castList = /\)::(?:[\w .]|"(?:[^"]|"")*"|\([\d,]+\))+\[\]/y

/**
 * Keeps the cast of any other list, `(ARRAY[0.5])::double precision[]`, from being read as one of each element, by saying
 * before it what the list is.
 */
function withListTypes(expression: string): string {
  if (!expression.includes('(ARRAY[')) return expression
  const said: [at: number, type: string][] = []
  for (let at = 0; at < expression.length; at = afterToken(expression, at)) {
    if (!expression.startsWith('(ARRAY[', at)) continue
    const end = listEnd(expression, at + 6)
    const type = matchEnd(castList, expression, end + 1) && elementType(expression.slice(at + 7, end))
    if (type !== undefined) said.push([end + 1, `::${type}[]`])
  }
  const parts = said
    .sort(([a], [b]) => a - b)
    .map(([end, type], index) => expression.slice(said[index - 1]?.[0] ?? 0, end) + type)
  return parts.join('') + expression.slice(said.at(-1)?.[0] ?? 0)
}

/** Where the bracket closes that opens at `start`. */
function listEnd(text: string, start: number): number {
  let end = start
  for (let depth = 0; end < text.length; end = afterToken(text, end)) {
    if (text[end] === '[') depth++
    else if (text[end] === ']' && --depth === 0) break
  }
  return end
}

/** What the elements of a list, or of the lists in it, are. They show it where one is a constant or a cast. */
function elementType(list: string): string | undefined {
  for (let start = 0; start < list.length;) {
    const comma = topLevelIndex(list, ',', start)
    const end = comma < 0 ? list.length : comma
    const type = typeOf(
      list
        .slice(start, end)
        .trim()
        .replaceAll(/^(?:ARRAY\[)+|(?<!\[)\]+$/g, ''),
    )
    if (type !== undefined) return type
    start = end + 1
  }
  return undefined
}

function typeOf(element: string): string | undefined {
  if (/^\d+$/.test(element)) return 'integer'
  if (/^\d*\.\d*$/.test(element)) return 'numeric'
  if (/^(?:true|false)$/.test(element)) return 'boolean'
  return /^(?:\(.*\)|E?'.*'|NULL)::((?:[\w .]|"(?:[^"]|"")*")+)(?:\[\])?$/s.exec(element)?.[1]
}

/** `-1::integer`, where the operator negates a constant, is printed as `(- 1)`, which would be the constant -1. */
function withNegations(expression: string): string {
  if (!expression.includes('(- ')) return expression
  let result = ''
  let from = 0
  for (let at = 0; at < expression.length; at = afterToken(expression, at)) {
    const end = matchEnd(negation, expression, at)
    if (end === undefined) continue
    const number = expression.slice(at + 3, end - 1)
    result += `${expression.slice(from, at)}(- (${number})::${typeOf(number)!})`
    from = end
  }
  return result + expression.slice(from)
}

const negation = /\(- (?:\d+|\d*\.\d*)\)/y

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
  const lower = halves(withoutParentheses(expression.slice(0, at)), low)
  const upper = halves(withoutParentheses(expression.slice(at + operator.length)), high)
  if (lower === undefined || upper === undefined || lower[0] !== upper[0]) return undefined
  return `${lower[0]} ${words} ${lower[1]} AND ${upper[1]}`
}

function halves(expression: string, mark: string): readonly [string, string] | undefined {
  const at = topLevelIndex(expression, mark)
  return at < 0 ? undefined : [expression.slice(0, at), expression.slice(at + mark.length)]
}

const typeName = String.raw`(?:(?! AS )[\w .[\]]|"(?:[^"]|"")*"|\([\d,]+\))+?`
const constant = String.raw`(?:E?'(?:[^'\\]|''|\\.)*'|NULL)::${typeName}`
const clause = String.raw`\s+(?:FROM|WHERE|GROUP|HAVING|WINDOW|UNION|INTERSECT|EXCEPT|ORDER|LIMIT|OFFSET|FETCH|FOR)\b`
const listBegins = /(?:SELECT(?: DISTINCT)?|RETURNING)(?= )/y
const listEnds = new RegExp(clause, 'y')
const unnamed = new RegExp(
  String.raw`\s+(?:${constant}|\(${constant} COLLATE [^()]+\))(?=\s*(?:[,);]|$)|${clause})`,
  'y',
)

/**
 * Says that a constant has no name, where PostgreSQL prints `SELECT 'a'::text` without one: behind a UNION, in EXISTS, in the
 * body of a function. Such a text is read as a column called `text`, and printed as that (FigureColname in parse_target.c).
 */
function withUnnamedConstants(query: string): string {
  if (!query.includes('SELECT ') && !query.includes('RETURNING ')) return query
  let result = ''
  let from = 0
  /** For each open parenthesis or bracket: whether the list of a SELECT stands there. */
  const lists = [false]
  let at = 0
  while (at < query.length) {
    const begins = matchEnd(listBegins, query, at)
    if (begins !== undefined) lists[lists.length - 1] = true
    else if (query[at] === '(' || query[at] === '[') lists.push(false)
    else if (query[at] === ')' || query[at] === ']') lists.pop()
    else if (query[at] === ';' || matchEnd(listEnds, query, at) !== undefined) lists[lists.length - 1] = false
    // Behind a parenthesis only where it is that of DISTINCT ON.
    const item = begins ?? (lists.at(-1) && (query[at] === ',' || query[at] === ')') ? at + 1 : undefined)
    const end = item === undefined ? undefined : matchEnd(unnamed, query, item)
    at = end ?? afterToken(query, at)
    if (end === undefined) continue
    result += `${query.slice(from, end)} AS "?column?"`
    from = end
  }
  return result + query.slice(from)
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
