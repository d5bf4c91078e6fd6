import { isCode } from '../revisions/data.js'
import { statements } from '../revisions/statements.js'
import type { Revision } from '../revisions/load.js'

/** What belongs to more than one database. Found anywhere in a text: a DO block or a function may say it too. */
const clusterWide = [
  /\b(create|alter|drop|on) +(role|user(?! +mapping)|group|database|tablespace|subscription|parameter)\b/,
  /\balter +system\b/,
  /\b(reassign|drop) +owned\b/,
  /\b(dblink|postgres_fdw)\b/,
  /\bcopy\b.*\bprogram\b/,
]

/** A membership: `GRANT a TO b`, without what the privilege is on. */
const membership = /(^|;|\bthen|\bbegin|\bdo\b.*\$) *(grant|revoke) (?!.* on ).*? (to|from) /

/**
 * True when running a migration could change, or ask for, something outside of its database: a role, another database, or
 * whatever a function of the file does. A text that only looks like it costs nothing but a server of its own.
 */
export const reachesCluster = ({ steps }: Pick<Revision, 'steps'>): boolean =>
  steps.some(({ up }) =>
    up.some(
      (statement) =>
        isCode(statement) ||
        statements(statement.text()).some(({ shape }) => {
          const text = shape.toLowerCase().replace(/\s+/g, ' ')
          return (
            clusterWide.some((pattern) => pattern.test(text)) || text.split(';').some((part) => membership.test(part))
          )
        }),
    ),
  )
