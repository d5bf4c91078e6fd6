import { TidemarkError } from '../errors/error.js'
import { quoteLiteral } from '../sql/identifier.js'
import type { Sql } from '../sql/sql.js'
import { scramVerifier } from './scram.js'

/** Turns a piece of SQL into the text that is sent to the server. */
export type ToText = (statement: Sql) => string

/**
 * Puts secrets from the environment into statements: passwords as verifiers, anything else as literals.
 * @throws TidemarkError TM313, from the returned function, when a secret is not set.
 */
export function withSecrets(env: NodeJS.ProcessEnv): ToText {
  const verifiers = new Map<string, string>()
  return (statement) => {
    if (statement.parts.length === 1 && typeof statement.parts[0] === 'string') return statement.parts[0]
    let before = ''
    for (const part of statement.parts) {
      if (typeof part === 'string') before += part
      else before += quoteLiteral(/\bpassword\s*$/i.test(before) ? verifier(part.secret) : valueOf(part.secret))
    }
    return before
  }

  function valueOf(name: string): string {
    const value = env[name]
    if (value === undefined || value === '') throw missingSecrets([name])
    return value
  }

  function verifier(name: string): string {
    const known = verifiers.get(name)
    if (known !== undefined) return known
    const value = valueOf(name)
    // Who keeps a verifier instead of the password may.
    const made = /^(SCRAM-SHA-256\$\d+:|md5[0-9a-f]{32}$)/.test(value) ? value : scramVerifier(value)
    verifiers.set(name, made)
    return made
  }
}

/** @throws TidemarkError TM313 naming all secrets that are not set: checked before anything runs. */
export function requireSecrets(statements: Iterable<Sql>, env: NodeJS.ProcessEnv): void {
  const missing = new Set<string>()
  for (const { parts } of statements) {
    for (const part of parts) if (typeof part !== 'string' && !env[part.secret]) missing.add(part.secret)
  }
  if (missing.size > 0) throw missingSecrets([...missing])
}

/** Takes the values of secrets out of a text that the server gave back, such as an error. */
export function redact(text: string, statements: readonly Sql[], env: NodeJS.ProcessEnv): string {
  const values = statements.flatMap((statement) => statement.secrets).flatMap((name) => env[name] ?? [])
  return values.filter((value) => value !== '').reduce((clean, value) => clean.replaceAll(value, '***'), text)
}

function missingSecrets(names: readonly string[]): TidemarkError {
  const one = names.length === 1
  return new TidemarkError({
    code: 'TM313',
    what: `${one ? 'a secret is' : 'secrets are'} not set: ${names.join(', ')}`,
    why: 'the migrations to run name secrets, which are read from environment variables and written nowhere; nothing was run',
    fix: `set ${one ? 'the environment variable' : 'these environment variables'} and run the command again`,
  })
}
