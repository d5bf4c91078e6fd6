import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { collationKind } from './collation.js'

export interface CollationOptions {
  readonly provider: 'icu' | 'libc' | 'builtin'
  /** `de-u-co-phonebk` for ICU, `de_DE.utf8` for libc, `C.UTF-8` for the built-in provider (17). */
  readonly locale?: string
  /** Of libc, in place of `locale`. */
  readonly lcCollate?: string
  readonly lcCtype?: string
  /** A copy of libc's `C` or `POSIX` (CREATE COLLATION … FROM), which is for databases of every encoding. */
  readonly everyEncoding?: boolean
  /** `false`: strings that are not the same byte by byte can be equal. */
  readonly deterministic?: boolean
  /** Additional rules of ICU (16): `&V << w <<< W`. */
  readonly rules?: string
  /** The collation's name before. */
  readonly renamedFrom?: string
}

/**
 * A collation (CREATE COLLATION).
 *
 * @example
 * export const anyCase = collation('any_case', { provider: 'icu', locale: 'und-u-ks-level2', deterministic: false })
 * export const users = table('users', (c) => ({ email: c.text().collate(anyCase).unique() }))
 */
export function collation(
  name: Name,
  { deterministic = true, renamedFrom, ...options }: CollationOptions,
): ObjectDeclaration {
  const attributes = { schema: schemaOf(name), name: nameOf(name), ...options, nondeterministic: !deterministic }
  return declareObject(collationKind, { attributes, renamedFrom })
}
