import { qualified, quoteLiteral } from './identifier.js'

/** A secret named by its environment variable; its value is read when a migration runs and is never written anywhere. */
export interface Secret {
  readonly secret: string
}

/** Marks what can be put into a `sql` text as a name: a table, a column, a role, a type. */
export const nameParts: unique symbol = Symbol('tidemark.name')
export interface Named {
  readonly [nameParts]: readonly string[]
}

/** What may stand in `${…}` of a `sql` text. Declared objects become quoted names, plain values become literals. */
export type Interpolation = Sql | Secret | Named | string | number | boolean | null

/** A piece of SQL: text, with secrets kept apart. */
export class Sql {
  /** Text pieces and secrets, in order. */
  readonly parts: readonly (string | Secret)[]

  constructor(parts: readonly (string | Secret)[]) {
    this.parts = parts
  }

  /** The text with each secret replaced by what `secret` gives for it; by default by a psql variable. */
  text(secret: (name: string) => string = (name) => `:'${name}'`): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : secret(part.secret))).join('')
  }

  /** The names of the secrets that this text needs. */
  get secrets(): readonly string[] {
    return this.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.secret]))
  }

  toString(): string {
    return this.text()
  }
}

/**
 * A piece of SQL as a template literal. Backslashes are kept as they are written, as in psql; only
 * `` \` ``, `\$` and `\\` are escapes. Common indentation of a multi-line text is taken away.
 *
 * @example sql`now() - interval '1 day'`
 */
export function sql(strings: TemplateStringsArray, ...values: readonly Interpolation[]): Sql {
  const parts: (string | Secret)[] = []
  const push = (part: string | Secret): void => {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  dedent(strings.raw).forEach((raw, index) => {
    push(raw.replace(/\\([\\`$])/g, '$1'))
    if (index < values.length) for (const part of toParts(values[index] as Interpolation)) push(part)
  })
  return new Sql(parts)
}

/** SQL text that is taken as it is. */
sql.raw = (text: string): Sql => new Sql([text])

/** As `sql`, with every line break a carriage return and a line feed: for text that came from Windows. */
sql.crlf = (strings: TemplateStringsArray, ...values: readonly Interpolation[]): Sql =>
  new Sql(
    sql(strings, ...values).parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', '\r\n') : part)),
  )

function toParts(value: Interpolation): readonly (string | Secret)[] {
  if (value === null) return ['NULL']
  if (value instanceof Sql) return value.parts
  if (typeof value === 'string') return [quoteLiteral(value)]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (nameParts in value) return [qualified(...value[nameParts])]
  return [value]
}

/**
 * Text blocks: the first line break goes, and so does the indentation that all lines share. As in Java, the line of the
 * closing backtick counts, so that any text can be written as a block without losing its own indentation.
 */
function dedent(strings: readonly string[]): readonly string[] {
  if (!strings[0]?.startsWith('\n')) return strings
  const lines = strings.join('\u0000').slice(1).split('\n')
  const closing = lines.length > 1 && lines.at(-1)!.trim() === '' ? lines.pop() : undefined
  const counted = lines.filter((line) => line.trim() !== '').concat(closing === undefined ? [] : `${closing}.`)
  const indent = Math.min(...counted.map((line) => /^[ \t]*/.exec(line)![0].length))
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .split('\u0000')
}

/** A `sql` template literal that reads back as exactly this text; lines after the first are indented by `indent`. */
export function sqlTemplate(text: string, indent = ''): string {
  const fromWindows = text.includes('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(text)
  if (fromWindows && !/[\0\u2028\u2029]/.test(text))
    return sqlTemplate(text.replaceAll('\r\n', '\n'), indent).replace(/^sql/, 'sql.crlf')
  if (/[\r\0\u2028\u2029]/.test(text))
    return `sql.raw(${JSON.stringify(text).replace(/[\u2028\u2029]/g, escapeLineMark)})`
  const escaped = text
    .replace(/\\(?=[\\`$])|\\$/g, '\\\\')
    .replaceAll('`', '\\`')
    .replace(/\$(?=\{)/g, '\\$')
  if (!text.includes('\n')) return `sql\`${escaped}\``
  const lines = escaped.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))
  return `sql\`\n${lines.join('\n')}\n${indent}  \``
}

const escapeLineMark = (mark: string): string => (mark === '\u2028' ? '\\u2028' : '\\u2029')

/** A secret taken from the environment when the migration runs. */
export function secret(name: string): Secret {
  return { secret: name }
}
