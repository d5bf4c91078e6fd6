import { isCode } from '../revisions/data.js'
import { statements } from '../revisions/statements.js'
import type { Revision } from '../revisions/load.js'
import type { Sql } from '../sql/sql.js'

/** What belongs to more than one database. Found anywhere in a text: a DO block or a function may say it too. */
const clusterWide = [
  /\b(create|alter|drop|on) +(role|user(?! +mapping)|group|database|tablespace|parameter)\b/,
  /\balter +system\b/,
  /\b(reassign|drop) +owned\b/,
  /\b(dblink|postgres_fdw)\b/,
]

/** A membership: `GRANT a TO b`, without what the privilege is on. */
const membership = /(^|;|\bthen|\bbegin|\bdo\b.*\$) *(grant|revoke) (?!.* on ).*? (to|from) /

/** What talks to other servers or starts programs, wherever it is run. */
const outward = [
  /\b(create|alter|drop) +subscription\b/,
  /\bimport +foreign +schema\b/,
  /\bdblink(_\w+)? *\(/,
  /\bcopy\b.*\bprogram\b/,
]

const someText = (up: readonly Sql[], holds: (text: string) => boolean): boolean =>
  up.some(
    (statement) =>
      !isCode(statement) &&
      statements(statement.text()).some(({ shape }) => holds(shape.toLowerCase().replace(/\s+/g, ' '))),
  )

/**
 * True when a migration reaches another server or the machine, or may do so in a function: `check`, which changes nothing, must
 * not run it anywhere.
 */
export const reachesOut = ({ steps }: Pick<Revision, 'steps'>): boolean =>
  steps.some(({ up }) => up.some(isCode) || someText(up, (text) => outward.some((pattern) => pattern.test(text))))

/**
 * True when running a migration could change, or ask for, something outside of its database: a role, another database. A text that only looks like it costs nothing but a server of its own.
 */
export const reachesCluster = ({ steps }: Pick<Revision, 'steps'>): boolean =>
  steps.some(({ up }) =>
    someText(
      up,
      (text) =>
        clusterWide.some((pattern) => pattern.test(text)) || text.split(';').some((part) => membership.test(part)),
    ),
  )
