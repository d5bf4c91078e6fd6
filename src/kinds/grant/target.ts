import type { Class } from './privileges.js'

/** How GRANT names what a statement names otherwise, and what class of privileges it has. */
export interface Grantable {
  readonly of: Class
  /** What follows ON. */
  readonly on: string
}

const classes: readonly (readonly [RegExp, Class, string])[] = [
  [/^(?:TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE) /, 'relation', 'TABLE '],
  [/^SEQUENCE /, 'sequence', 'SEQUENCE '],
  [/^FUNCTION /, 'function', 'FUNCTION '],
  [/^PROCEDURE /, 'function', 'PROCEDURE '],
  [/^AGGREGATE /, 'function', 'FUNCTION '],
  [/^(?:TYPE|DOMAIN) /, 'type', 'TYPE '],
  [/^SCHEMA /, 'schema', 'SCHEMA '],
  [/^(?:PROCEDURAL )?LANGUAGE /, 'language', 'LANGUAGE '],
  [/^FOREIGN DATA WRAPPER /, 'wrapper', 'FOREIGN DATA WRAPPER '],
  [/^SERVER /, 'server', 'FOREIGN SERVER '],
]

/** What GRANT makes of a reference such as `VIEW public.v`; undefined for what has no privileges. */
export function grantableOf(reference: string): Grantable | undefined {
  const found = classes.find(([pattern]) => pattern.test(reference))
  if (found === undefined) return undefined
  const [pattern, of, keyword] = found
  const name = reference.replace(pattern, '')
  return { of, on: keyword + (reference.startsWith('AGGREGATE ') ? asFunction(name) : name) }
}

/** `f(*)` is `f()`, and direct arguments of an ordered-set aggregate come before the others. */
const asFunction = (signature: string): string =>
  signature
    .replace(/\(\*\)$/, '()')
    .replace(/\(ORDER BY /, '(')
    .replace(/ ORDER BY /, ', ')

/** The words of ALTER DEFAULT PRIVILEGES for what privileges can be given on by default. */
export const defaultWords: Partial<Record<Class, string>> = {
  relation: 'tables',
  sequence: 'sequences',
  function: 'functions',
  type: 'types',
  schema: 'schemas',
  'large object': 'large objects',
}

export const classOfWord = (word: string): Class =>
  (Object.keys(defaultWords) as Class[]).find((of) => defaultWords[of] === word) ?? 'relation'

/** What a part without an object of its own is, by how it is named: `sequence …`, `function …`. */
export const classOfPart = (target: string): Class =>
  grantableOf(target.replace(/^[a-z-]+/, (kind) => kind.replaceAll('-', ' ').toUpperCase()))?.of ?? 'relation'
