/** The items of a list as SQL writes it, at its top level: `a, lower(b), 'x,y'`. */
export function items(list: string): readonly string[] {
  const result: string[] = []
  let depth = 0
  let item = ''
  for (const token of list.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|./gs) ?? []) {
    if (token === ',' && depth === 0) {
      result.push(item.trim())
      item = ''
      continue
    }
    if (token === '(') depth++
    if (token === ')') depth--
    item += token
  }
  return [...result, item.trim()]
}

/** A part of a key as an expression: an operator class, which only says how it is compared, is left out. */
function expressionOf(part: string): string {
  const [, key = part, collate = ''] =
    /^((?:"(?:[^"]|"")*"|[\w$]+)(?:\(.*\))?|\(.*\)|[^\s]+\(.*\))((?: COLLATE (?:"(?:[^"]|"")*"|[\w$.])+)?)/s.exec(
      part,
    ) ?? []
  return `${key}${collate}`
}

/** The condition for the rows of a bound: `region IN ('de', 'fr')`; `undefined` where it cannot be told. */
export function belongsTo(bound: string, partitionBy: string): string | undefined {
  const key = /^(?:RANGE|LIST) \((.*)\)$/s.exec(partitionBy)?.[1]
  if (key === undefined) return undefined
  const keys = items(key).map(expressionOf)
  const [, list] = /^FOR VALUES IN \((.*)\)$/s.exec(bound) ?? []
  if (list !== undefined) return oneOf(keys[0]!, items(list))
  const [, from, to] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(bound) ?? []
  if (from === undefined) return undefined
  const known = keys.map((item) => `${item} IS NOT NULL`).join(' AND ')
  const limits = [beyond(keys, items(from), '>'), beyond(keys, items(to!), '<')].filter((text) => text !== '')
  return `(${[...(limits.length === 2 && keys.length === 1 ? [] : [known]), ...limits].join(' AND ')})`
}

function oneOf(key: string, values: readonly string[]): string {
  const some = values.filter((value) => value !== 'NULL')
  const listed = `${key} IN (${some.join(', ')})`
  if (some.length === values.length) return listed
  return some.length === 0 ? `${key} IS NULL` : `(${key} IS NULL OR ${listed})`
}

/** `a >= 1`, `(a, b) < (1, 2)`: the values after MINVALUE or MAXVALUE do not count. The lower bound is in, the upper is not. */
function beyond(keys: readonly string[], values: readonly string[], operator: '<' | '>'): string {
  const end = values.findIndex((value) => value === 'MINVALUE' || value === 'MAXVALUE')
  const length = end === -1 ? values.length : end
  const isWithEnd = end === -1 ? operator === '>' : (values[end] === 'MAXVALUE') === (operator === '<')
  if (length === 0) return isWithEnd ? '' : 'false'
  const row = (list: readonly string[]): string => (length === 1 ? list[0]! : `(${list.slice(0, length).join(', ')})`)
  return `${row(keys)} ${operator}${isWithEnd ? '=' : ''} ${row(values)}`
}
