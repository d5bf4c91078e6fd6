import { reservedWords } from './reserved-words.js'

const quoted = new Map<string, string>()

/** Quotes an identifier where PostgreSQL asks for it (Manual, 4.1.1), so that plain names stay readable. */
export function quoteIdentifier(name: string): string {
  let result = quoted.get(name)
  if (result === undefined) {
    const plain = /^[a-z_][a-z0-9_$]*$/.test(name) && !reservedWords.has(name)
    result = plain ? name : `"${name.replaceAll('"', '""')}"`
    // A large schema asks for the same names hundreds of thousands of times.
    quoted.set(name, result)
  }
  return result
}

/** A qualified name such as `public."Order"`. */
export function qualified(...parts: readonly string[]): string {
  let result = ''
  for (const part of parts) result += result === '' ? quoteIdentifier(part) : `.${quoteIdentifier(part)}`
  return result
}

/** A string literal that reads the same whatever standard_conforming_strings says (Manual, 4.1.2). */
export function quoteLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return value.includes('\\') ? `E${quoted}` : quoted
}

/** The last part of a qualified name, without quotes. */
export function lastName(name: string): string {
  const [, quoted, plain] = /(?:"((?:[^"]|"")+)"|([^."]+))$/.exec(name) ?? []
  return quoted?.replaceAll('""', '"') ?? plain!
}
