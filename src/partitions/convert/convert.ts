import type { Database } from '../../database/database.js'
import type { Change } from '../../diff/change.js'
import type { Kinds } from '../../kinds/registry.js'
import { plan, type PlannedStep } from '../../plan/plan.js'
import type { Side } from '../../plan/side.js'
import type { Sides } from './around.js'
import { divide } from './around.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { asideName } from '../../kinds/table/rows.js'
import type { TableAttributes } from '../../kinds/table/table.js'
import { stepOf } from './pieces.js'
import { choose, isOnlyDividedAnew, type Method, type Recipe } from './choose.js'
import { familyOf } from './family.js'

/** How a table becomes partitioned, or stops being so, and why in this way. */
export interface Converted {
  readonly table: string
  readonly recipe: Recipe
  readonly why: string
}

/** What of a policy says where partitions begin and end. */
const dividing = ['column', 'every', 'holds', 'epoch', 'timeZone']

/** The tables whose way of being partitioned changes. */
const conversionsIn = (changes: readonly Change[]): readonly string[] => {
  const found = changes.flatMap((change) => {
    if (change.type !== 'alter') return []
    const { kind } = change.before
    const isConverted =
      (kind === 'table' && change.attributes.includes('partitionBy')) ||
      (kind === 'partition-policy' && change.attributes.some((name) => dividing.includes(name)))
    return isConverted ? [change.id.slice(kind.length + 1)] : []
  })
  return [...new Set(found)]
}

/** Tables with partitions that hold more than one period of their policy. */
async function undivided({ sql }: Database, desired: Side): Promise<readonly string[]> {
  const policies = [...desired.snapshot.objects.values()].filter(({ kind }) => kind === 'partition-policy')
  if (policies.length === 0) return []
  const rows = await sql.unsafe<{ table: string }[]>(`
    SELECT quote_ident(p.schema_name) || '.' || quote_ident(p.table_name) AS table FROM tidemark.partition_policy p
     WHERE EXISTS (SELECT FROM tidemark.partitions(p) e WHERE NOT e.is_default AND (e.lower_bound IS NULL OR e.upper_bound IS NULL
             OR (SELECT count(*) FROM tidemark.partition_periods(p, e.lower_bound, e.upper_bound)) > 1))
     ORDER BY 1`)
  return rows.map(({ table }) => table).filter((table) => desired.get(`partition-policy ${table}`) !== undefined)
}

/** The change of a table that is made anew although it stays as it is: only its partitions are others. */
function anew(table: string, { current, desired }: Sides): Change {
  const [before, after] = [current.get(`table ${table}`)!, desired.get(`table ${table}`)!]
  return { type: 'alter', id: before.id, before, after, attributes: ['partitionBy'] }
}

/**
 * The steps from one side to the other, tables that change how they are partitioned converted while they are in use.
 * @throws TidemarkError TM211 where a recipe that is asked for cannot be followed (exit code 3)
 */
export async function planWithConversions(
  changes: readonly Change[],
  current: Side,
  desired: Side,
  kinds: Kinds,
  database: Database,
  asked: Method | undefined,
): Promise<{ steps: PlannedStep[]; converted: readonly Converted[] }> {
  const converted: Converted[] = []
  let rest: readonly Change[] = changes
  const first: PlannedStep[] = []
  const middle: PlannedStep[] = []
  const last: PlannedStep[] = []
  const tables = new Set(conversionsIn(changes))
  if (asked === 'split') for (const table of await undivided(database, desired)) tables.add(table)
  for (const table of tables) {
    const sides: Sides = {
      current,
      desired,
      before: familyOf(table, current, kinds),
      after: familyOf(table, desired, kinds),
    }
    const { related, ...others } = divide(rest, sides)
    const isAnew = isOnlyDividedAnew(table, sides) && (asked === 'split' || asked === 'shadow')
    const divided = { ...others, related: isAnew ? [...related, anew(table, sides)] : related }
    const chosen = await choose(table, sides, divided, kinds, database, asked)
    converted.push({ table, recipe: chosen.recipe, why: chosen.why })
    if (chosen.steps === undefined) continue
    middle.push(...chosen.steps)
    last.unshift(...plan(divided.last, current, desired, kinds))
    rest = divided.first
  }
  const copied = converted.flatMap(({ recipe, table: name }) => (recipe === 'copy' ? [name] : []))
  first.push(...covered(plan(rest, current, desired, kinds), copied, current))
  return { steps: [...first, ...middle, ...last], converted }
}

/** Rows that are copied back need partitions of all their times: the policy comes before them, and looks at them. */
function covered(steps: PlannedStep[], tables: readonly string[], current: Side): PlannedStep[] {
  for (const table of tables) {
    const policy = steps.findIndex(({ id, role }) => role === 'create' && id === `partition-policy ${table}`)
    const back = steps.findIndex(({ id, role }) => role === 'back' && id === `table ${table}`)
    if (policy === -1 || back === -1) continue
    const { schema, name } = current.get(`table ${table}`)!.attributes as TableAttributes
    const aside = qualified(schema, asideName({ schema, name }))
    const cover = `SELECT tidemark.cover_rows(${[schema, name, aside].map(quoteLiteral).join(', ')})`
    const made = steps[policy]!
    steps.splice(policy, 1)
    const at = steps.findIndex(({ id, role }) => role === 'back' && id === `table ${table}`)
    steps.splice(at, 0, made, stepOf(`table ${table}`)('transaction', [cover], []))
  }
  return steps
}
