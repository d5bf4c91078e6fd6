import type { exitCodes } from './error.js'

/** What each exit code says, for `docs/exit-codes.md`. */
export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'Done. For `check`: the database, the declarations and the migrations agree.',
  bug: 'A bug in Tidemark. The message says how to report it.',
  couldNotRun:
    'Could not run: wrong input, configuration or connection, or PostgreSQL refused a statement. Nothing is half done.',
  refused: 'Refused: a hazard is not allowed, a question is not answered, or another run holds the lock.',
  pending: 'Found: migrations that are not applied to this database yet.',
  drift: 'Found: the database differs from what its applied migrations made.',
  undeclaredChange:
    'Found: the declarations differ from what the migrations make; `autogenerate` writes what is missing.',
  severalHeads: 'Found: the history has several heads, which have to be merged.',
  hazard: 'Found: a pending migration holds a hazard that is not allowed.',
  partitionsMissing: 'Found: partitions that a policy asks for do not exist yet.',
  notReversible: 'Found: a migration does not come back to where it started.',
  partitionsNeglected:
    'Found: partitions whose policy is not carried out: rows in the default partition or far in the future, retention overdue, a missing index, a half-done detach.',
  different: 'Found: the two sides of `tidemark diff` are not the same.',
  interrupted: 'Interrupted by Ctrl-C or SIGTERM.',
}
