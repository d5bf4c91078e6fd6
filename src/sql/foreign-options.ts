import { quoteIdentifier, quoteLiteral } from './identifier.js'
import { Sql, type Secret } from './sql.js'

/** Options of foreign data: values by name, and for those that are secrets the environment variables that hold them. */
export interface ForeignOptions {
  /** `name=value`, by name. */
  readonly options?: readonly string[]
  readonly secrets?: Readonly<Record<string, string>>
}

const looksSecret = /passw|passcode|passphrase|pwd|secret|token|credential|api_?key|access_?key|private_?key/i

/** Options as the catalog holds them, without the values that nobody should see. `owner` names the variables. */
export function withoutSecrets(list: readonly string[] | null, owner: string): ForeignOptions {
  const names = (list ?? []).map(nameOf)
  const secrets = names.filter((name) => looksSecret.test(name)).sort()
  return {
    options: (list ?? []).filter((option) => !looksSecret.test(nameOf(option))).sort(),
    ...(secrets.length > 0 && { secrets: Object.fromEntries(secrets.map((name) => [name, variable(owner, name)])) }),
  }
}

/** Declared options; a secret is kept by the name of its variable alone. */
export function declaredOptions(
  options: Readonly<Record<string, string | number | boolean | Secret>> = {},
): ForeignOptions {
  const plain: string[] = []
  const secrets: Record<string, string> = {}
  for (const [name, value] of Object.entries(options))
    if (typeof value === 'object') secrets[name] = value.secret
    else plain.push(`${name}=${value}`)
  return { options: plain.sort(), ...(Object.keys(secrets).length > 0 && { secrets }) }
}

/** `APP_SERVER_PASSWORD`. */
export const variable = (...parts: readonly string[]): string =>
  parts
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .replace(/^(?=\d)/, '_') || 'SECRET'

type Piece = readonly (string | Secret)[]

/** ` OPTIONS (host 'a', password …)`; nothing where there are none. */
export function optionsClause({ options = [], secrets = {} }: ForeignOptions): Piece {
  return listed([
    ...options.map((option): Piece => [`${quoteIdentifier(nameOf(option))} ${quoteLiteral(valueOf(option))}`]),
    ...Object.entries(secrets).map(([name, secret]): Piece => [`${quoteIdentifier(name)} `, { secret }]),
  ])
}

/** ` OPTIONS (ADD a '1', SET b '2', DROP c)`; undefined where nothing changes. A secret that stays is not written anew. */
export function optionsChange(before: ForeignOptions, after: ForeignOptions): Piece | undefined {
  const had = new Map((before.options ?? []).map((option) => [nameOf(option), valueOf(option)]))
  const names = new Set([...had.keys(), ...Object.keys(before.secrets ?? {})])
  const has = new Map((after.options ?? []).map((option) => [nameOf(option), valueOf(option)]))
  const kept = new Set([...has.keys(), ...Object.keys(after.secrets ?? {})])
  const pieces: Piece[] = [
    ...[...names].filter((name) => !kept.has(name)).map((name): Piece => [`DROP ${quoteIdentifier(name)}`]),
    ...[...has]
      .filter(([name, value]) => had.get(name) !== value)
      .map(([name, value]): Piece => [
        `${names.has(name) ? 'SET' : 'ADD'} ${quoteIdentifier(name)} ${quoteLiteral(value)}`,
      ]),
    ...Object.entries(after.secrets ?? {})
      .filter(([name]) => before.secrets?.[name] === undefined)
      .map(([name, secret]): Piece => [`${names.has(name) ? 'SET' : 'ADD'} ${quoteIdentifier(name)} `, { secret }]),
  ]
  return pieces.length === 0 ? undefined : listed(pieces)
}

/** Text and pieces as one statement. */
export function statement(...pieces: readonly (string | Piece)[]): Sql {
  const parts: (string | Secret)[] = []
  for (const part of pieces.flatMap((piece) => (typeof piece === 'string' ? [piece] : piece))) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return new Sql(parts)
}

/** Which secrets there are counts, not which variables hold them. */
export const secretsDiffer = (before: ForeignOptions, after: ForeignOptions): boolean =>
  Object.keys(before.secrets ?? {})
    .sort()
    .join('\0') !==
  Object.keys(after.secrets ?? {})
    .sort()
    .join('\0')

function listed(pieces: readonly Piece[]): Piece {
  if (pieces.length === 0) return []
  return [' OPTIONS (', ...pieces.flatMap((piece, index) => (index === 0 ? piece : [', ', ...piece])), ')']
}

const nameOf = (option: string): string => option.slice(0, option.indexOf('='))
const valueOf = (option: string): string => option.slice(option.indexOf('=') + 1)
