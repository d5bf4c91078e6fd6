import { formatLocation } from './diagnostic.js'
import type { RevisionSummary } from './history.js'

/** What is known of a revision, by name, for people. */
export function factsOf(item: RevisionSummary): readonly (readonly [string, string])[] {
  const known = (name: string, value: string | undefined): readonly (readonly [string, string])[] =>
    value === undefined || value === '' ? [] : [[name, value]]
  return [
    ['parents', item.parents.join(', ') || 'none'],
    ...known('needs', item.dependsOn.join(', ')),
    ...known('replaces', item.replaces.join(', ')),
    ...known('branch', item.labels.join(', ')),
    ...known('tags', item.tags.join(', ')),
    ...known('state', [item.state, item.current && 'current', item.head && 'head'].filter((word) => word).join(', ')),
    ...known(
      'applied',
      item.appliedAt &&
        `${item.appliedAt} by ${item.appliedBy}, ${Math.round(item.durationMs!)} ms, tidemark ${item.toolVersion}`,
    ),
    ...known('commit', item.gitCommit),
    ['file', item.file === null ? 'none: known from the ledger only' : formatLocation({ file: item.file })],
    ...known('edited', item.edited ? 'the file does something else than what was applied' : undefined),
  ]
}
