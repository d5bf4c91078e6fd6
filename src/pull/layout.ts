/** The width to which declarations are laid out. */
const width = 100

/** Two spaces before every line that has something on it. */
export const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const fits = (text: string): boolean => text.length <= width && !text.includes('\n')

/** `open a, b close`, on one line where it fits, else an item a line. */
export function enclose(open: string, items: readonly string[], close: string, pad = ''): string {
  if (items.length === 0) return open + close
  const line = `${open}${pad}${items.join(', ')}${pad}${close}`
  if (fits(line)) return line
  return `${open}\n${items.map((item) => `${indent(item)},\n`).join('')}${close}`
}

/** A property name, quoted where it is no identifier; `__proto__` is one only when it is computed. */
export const propertyKey = (name: string): string =>
  name === '__proto__'
    ? `['__proto__']`
    : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)
      ? name
      : stringLiteral(name)

/** A JavaScript string literal in single quotes. */
export function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}
