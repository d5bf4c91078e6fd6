import { reservedWords } from './reserved-words.js'

/** Quotes an identifier where PostgreSQL asks for it (Manual, 4.1.1), so that plain names stay readable. */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) && !reservedWords.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** A qualified name such as `public."Order"`. */
export function qualified(...parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.')
}

/** A string literal that reads the same whatever standard_conforming_strings says (Manual, 4.1.2). */
export function quoteLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return value.includes('\\') ? `E${quoted}` : quoted
}
