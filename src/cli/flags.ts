import type { Wish } from '../revisions/place.js'
import type { Invocation, OptionSpec } from './command.js'

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

/** Flags that say where a new revision stands in the history. */
export const placeOptions: readonly OptionSpec[] = [
  { flags: '--head <ref>', description: 'the revision that it stands on; `base` for none (default: head)' },
  { flags: '--splice', description: 'let it stand on a revision that has a successor: a new branch begins' },
  { flags: '--branch-label <name>', description: 'a name for the branch that begins here', repeatable: true },
  { flags: '--depends-on <ref>', description: 'a revision that has to be applied before it', repeatable: true },
  { flags: '--rev-id <id>', description: 'its id (default: twelve digits at random)' },
]

/** What {@link placeOptions} say. */
export const wishOf = (invocation: Pick<Invocation, 'flags'>): Omit<Wish, 'message'> => ({
  heads: [textFlag(invocation, 'head') ?? 'head'],
  splice: invocation.flags['splice'] === true,
  labels: listFlag(invocation, 'branchLabel'),
  dependsOn: listFlag(invocation, 'dependsOn'),
  revision: textFlag(invocation, 'revId'),
})
