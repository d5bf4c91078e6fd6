import type { History } from '../revisions/load.js'

/** The roles that the migrations of a history made. */
export const rolesOfHistory = (history: History): ReadonlySet<string> =>
  new Set(history.revisions.flatMap((revision) => revision.roles))
