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
import { choose, type Method, type Recipe } from './choose.js'
import { familyOf } from './family.js'

/** How a table becomes partitioned, or stops being so, and why in this way. */
export interface Converted {
  readonly table: string
  readonly recipe: Recipe
  readonly why: string
}

/** The tables whose way of being partitioned changes. */
const conversionsIn = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) =>
    change.type === 'alter' && change.before.kind === 'table' && change.attributes.includes('partitionBy')
      ? [change.id.slice('table '.length)]
      : [],
  )

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
  for (const table of conversionsIn(changes)) {
    const sides: Sides = {
      current,
      desired,
      before: familyOf(table, current, kinds),
      after: familyOf(table, desired, kinds),
    }
    const divided = divide(rest, sides)
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
