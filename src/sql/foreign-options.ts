import { quoteIdentifier, quoteLiteral } from './identifier.js'
import { Sql, type Secret } from './sql.js'

/** Options of foreign data; what nobody should read comes from the environment and is never compared. */
export interface ForeignOptions {
  /** `name=value`, by name. */
  readonly options?: readonly string[]
  /** Names of the options that are secrets. */
  readonly secrets?: readonly string[]
  /** The environment variables that hold them, where a declaration names them. */
  readonly variables?: Readonly<Record<string, string>>
}

const looksSecret = /passw|passcode|passphrase|pwd|secret|token|credential|api_?key|access_?key|private_?key/i

/** Options as the catalog holds them, without the values that nobody should see. */
export function withoutSecrets(list: readonly string[] | null): ForeignOptions {
  const isSecret = (option: string): boolean => looksSecret.test(nameOf(option))
  return {
    options: (list ?? []).filter((option) => !isSecret(option)).sort(),
    secrets: (list ?? []).filter(isSecret).map(nameOf).sort(),
  }
}

/** Declared options; a secret is kept by its name and that of its variable. */
export function declaredOptions(
  options: Readonly<Record<string, string | number | boolean | Secret>> = {},
): ForeignOptions {
  const plain: string[] = []
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(options))
    if (typeof value === 'object') variables[name] = value.secret
    else plain.push(`${name}=${value}`)
  const secrets = Object.keys(variables).sort()
  return { options: plain.sort(), ...(secrets.length > 0 && { secrets, variables }) }
}

/** `APP_SERVER_PASSWORD`. */
export const variable = (...parts: readonly string[]): string =>
  parts
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .replace(/^(?=\d)/, '_') || 'SECRET'

/** The environment variable of a secret option; by default made of the names of its object and its own. */
export const variableOf = ({ variables }: ForeignOptions, owner: string, name: string): string =>
  variables?.[name] ?? variable(owner, name)

type Piece = readonly (string | Secret)[]

/** ` OPTIONS (host 'a', password …)`; nothing where there are none. `owner` names the object, for its variables. */
export function optionsClause(foreign: ForeignOptions, owner: string): Piece {
  const { options = [], secrets = [] } = foreign
  return listed([
    ...options.map((option): Piece => [`${quoteIdentifier(nameOf(option))} ${quoteLiteral(valueOf(option))}`]),
    ...secrets.map((name): Piece => [`${quoteIdentifier(name)} `, { secret: variableOf(foreign, owner, name) }]),
  ])
}

/** ` OPTIONS (ADD a '1', SET b '2', DROP c)`; undefined where nothing changes. A secret that stays is not written anew. */
export function optionsChange(before: ForeignOptions, after: ForeignOptions, owner: string): Piece | undefined {
  const had = new Map((before.options ?? []).map((option) => [nameOf(option), valueOf(option)]))
  const names = new Set([...had.keys(), ...(before.secrets ?? [])])
  const has = new Map((after.options ?? []).map((option) => [nameOf(option), valueOf(option)]))
  const kept = new Set([...has.keys(), ...(after.secrets ?? [])])
  const verb = (name: string): string => `${names.has(name) ? 'SET' : 'ADD'} ${quoteIdentifier(name)} `
  const pieces: Piece[] = [
    ...[...names].filter((name) => !kept.has(name)).map((name): Piece => [`DROP ${quoteIdentifier(name)}`]),
    ...[...has]
      .filter(([name, value]) => had.get(name) !== value)
      .map(([name, value]): Piece => [verb(name) + quoteLiteral(value)]),
    ...(after.secrets ?? [])
      .filter((name) => !before.secrets?.includes(name))
      .map((name): Piece => [verb(name), { secret: variableOf(after, owner, name) }]),
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

function listed(pieces: readonly Piece[]): Piece {
  if (pieces.length === 0) return []
  return [' OPTIONS (', ...pieces.flatMap((piece, index) => (index === 0 ? piece : [', ', ...piece])), ')']
}

const nameOf = (option: string): string => option.slice(0, option.indexOf('='))
const valueOf = (option: string): string => option.slice(option.indexOf('=') + 1)
