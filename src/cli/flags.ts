import type { Invocation } from './command.js'

/** The value of a flag that takes one; `undefined` where it is not given. */
export function textFlag({ flags }: Pick<Invocation, 'flags'>, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}

/** All values of a repeatable flag. */
export function listFlag({ flags }: Pick<Invocation, 'flags'>, name: string): readonly string[] {
  const value = flags[name]
  return Array.isArray(value) ? (value as readonly string[]) : []
}
