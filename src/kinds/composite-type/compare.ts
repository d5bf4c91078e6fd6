import { equal } from '../../catalog/json.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, Rules, StepContext } from '../kind.js'
import { columnsKeepOrder } from '../table/column-order.js'
import { inTheWayOfChange, inTheWayOfRebuild, isReworded } from '../type/disturbs.js'
import { movesAlong, nameMeanwhile } from '../type/moves-along.js'
import { isInUse, isInUseNow, rebuild } from '../type/rebuild.js'
import { byName } from './by-name.js'
import type { Attribute, CompositeTypeAttributes } from './composite-type.js'
import { attributeType, compositeName } from './sql.js'

type Composite = CompositeTypeAttributes

const idOf = (type: Composite): string => `composite-type ${compositeName(type)}`
const attributesOf = ({ attributes = [] }: Composite): readonly Attribute[] => attributes
const names = (type: Composite): readonly string[] => attributesOf(type).map(({ name }) => name)
const find = (type: Composite, name: string): Attribute | undefined =>
  attributesOf(type).find((attribute) => attribute.name === name)

/** Attributes that are called otherwise after, by their names before: the declaration of either side says so. */
function renames(before: Composite, after: Composite): ReadonlyMap<string, string> {
  const pairs = [
    ...Object.entries(after.renamed ?? {}).map(([now, then]) => [then, now] as const),
    ...Object.entries(before.renamed ?? {}),
  ]
  const goes = (name: string): boolean => find(before, name) !== undefined && find(after, name) === undefined
  const comes = (name: string): boolean => find(after, name) !== undefined && find(before, name) === undefined
  return new Map(pairs.filter(([from, to]) => goes(from) && comes(to)))
}

/** How the attributes differ once they are renamed. */
function differences(before: Composite, after: Composite, context: AlterContext) {
  const renamed = renames(before, after)
  const was: Composite = {
    ...before,
    attributes: attributesOf(before).map((item) => ({ ...item, name: renamed.get(item.name) ?? item.name })),
  }
  const added = attributesOf(after).filter(({ name }) => find(was, name) === undefined)
  const kept = names(was).filter((name) => find(after, name) !== undefined)
  return {
    renamed,
    added,
    removed: attributesOf(was).filter(({ name }) => find(after, name) === undefined),
    retyped: attributesOf(after).filter((item) => {
      const held = find(was, item.name)
      if (held === undefined || equal(held, item)) return false
      return !movesAlong(idOf(before), held.type, item.type, context)
    }),
    sameNames: equal(names(was), names(after)),
    /** ALTER TYPE can only append. */
    keepsOrder: equal([...kept, ...added.map(({ name }) => name)], names(after)),
  }
}

/** The type that stands while its step runs: what its attributes are made of may not have its name yet. */
const asNamed = (type: Composite, context: StepContext): Composite => ({
  ...type,
  attributes: attributesOf(type).map((item) => ({
    ...item,
    type: nameMeanwhile(idOf(type), item.type, context.after, context),
  })),
})

/** PostgreSQL does not change the type of an attribute while a column holds values with it. */
function mustRebuild(before: Composite, after: Composite, context: AlterContext): boolean {
  const { keepsOrder, retyped } = differences(before, after, context)
  return !keepsOrder || (retyped.length > 0 && isInUse(idOf(before), context))
}

const attributes: AlterRule<Composite> = {
  alter: (before, wanted, context) => {
    const { renamed, removed, sameNames, ...changed } = differences(before, wanted, context)
    const after = asNamed(wanted, context)
    const [retyped, added] = [changed.retyped, changed.added].map((items) =>
      items.map(({ name }) => find(after, name)!),
    ) as [Attribute[], Attribute[]]
    const alter = (action: string): string => `ALTER TYPE ${compositeName(after)} ${action} CASCADE`
    const first = [...renamed].map(([from, to]) =>
      alter(`RENAME ATTRIBUTE ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}`),
    )
    const typed = (table: string): string[] => [
      ...removed.map(({ name }) => `${table} DROP COLUMN ${quoteIdentifier(name)}`),
      ...retyped.map((item) => {
        const column = quoteIdentifier(item.name)
        return `${table} ALTER COLUMN ${column} TYPE ${attributeType(item)} USING ${column}::text::${item.type}`
      }),
      ...added.map((item) => `${table} ADD COLUMN ${quoteIdentifier(item.name)} ${attributeType(item)}`),
    ]
    if (mustRebuild(before, wanted, context) || (retyped.length > 0 && isInUseNow(idOf(before), context))) {
      const how = sameNames ? {} : byName(after)
      return [...first, ...rebuild('composite-type', before, after, context, { ...how, typed })]
    }
    return [
      ...first,
      ...removed.map(({ name }) => alter(`DROP ATTRIBUTE ${quoteIdentifier(name)}`)),
      ...retyped.map((item) => alter(`ALTER ATTRIBUTE ${quoteIdentifier(item.name)} TYPE ${attributeType(item)}`)),
      ...added.map((item) => alter(`ADD ATTRIBUTE ${quoteIdentifier(item.name)} ${attributeType(item)}`)),
    ]
  },
  disturbs: (dependent, before, after, context) => {
    // A table that the way back has to make anew is made anew on the way there as well: only so its rows come along.
    const back = { before: context.after, after: context.before }
    if (dependent.kind === 'table' && [context, back].some((way) => !columnsKeepOrder(dependent.id, way))) return true
    if (mustRebuild(before, after, context)) return inTheWayOfRebuild(dependent, context)
    const { removed, retyped, renamed } = differences(before, after, context)
    if (removed.length + retyped.length > 0) return inTheWayOfChange(dependent)
    return renamed.size > 0 && isReworded(dependent, context)
  },
}

export const rules: Rules<CompositeTypeAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  attributes,
  renamed: 'ignore', // says what became of attributes, and is nowhere in a database
}
