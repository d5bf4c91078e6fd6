import type { Database } from '../database/database.js'
import { diagnostic, type Diagnostic } from '../errors/error.js'
import type { Revision } from '../revisions/load.js'
import { countHeld, heldText } from './held.js'
import type { HazardRule } from './hazard.js'
import { rules } from './rules.js'

type Judged = Pick<Revision, 'revision' | 'message' | 'steps' | 'hazards' | 'allow'> & { readonly file?: string }

const renames = /\b(rename|set\s+schema)\b/i

/** A hazard as a migration file names it: `TM203 column public.orders.note`. */
export const writtenHazard = ({ code, id }: { code: string; id: string }): string => `${code} ${id}`

/** What a migration names and neither it nor the run allows. */
export function notAllowed(
  { hazards = [], allow = [] }: Pick<Judged, 'hazards' | 'allow'>,
  allowed: readonly string[],
) {
  const consent = new Set([...allow, ...allowed])
  if (consent.has('all')) return []
  return hazards
    .map((text) => ({ code: text.split(' ')[0]!, id: text.slice(text.indexOf(' ') + 1) }))
    .filter(({ code }) => !consent.has(code))
}

/**
 * What migrations would cost this database without anybody's consent, one diagnostic a hazard. What holds nothing here
 * costs nothing here.
 */
export async function unconsented(
  database: Database,
  revisions: readonly Judged[],
  allowed: readonly string[],
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  // What does not exist yet is made on the way and holds nothing, unless it has another name until then.
  const moved = revisions.some(({ steps }) => steps.some(({ up }) => up.some((sql) => renames.test(sql.text()))))
  for (const revision of revisions)
    for (const { code, id } of notAllowed(revision, allowed)) {
      const rule = rules.find((item) => item.code === code && item.fits(id))
      const query = rule?.held?.query(id)
      const count = query === undefined ? undefined : await countHeld(database, query)
      if (count === 0 || (count === 'none' && !moved)) continue
      if (rule?.refusedAnyway && typeof count !== 'number') continue
      found.push(refusal(revision, { code, id }, rule, count === 'none' ? undefined : count))
    }
  return found
}

function refusal(
  { revision, message, file }: Judged,
  { code, id }: { code: string; id: string },
  rule: HazardRule | undefined,
  count: number | undefined,
): Diagnostic {
  const held = count === undefined || rule?.held === undefined ? '' : ` that holds ${heldText(count, rule.held.unit)}`
  return diagnostic({
    code,
    subject: id,
    what: `the migration ${revision} (${message}) ${rule === undefined ? 'holds a hazard' : rule.does}${held}`,
    ...(rule === undefined ? {} : { why: rule.why }),
    fix: [
      `allow it for this run: tidemark up --allow ${code}`,
      `or for every database, in the migration: allow: ['${code}']`,
    ],
    ...(file === undefined ? {} : { at: { file } }),
  })
}
