import { qualified } from '../../sql/identifier.js'
import type { Address, SqlContext } from '../kind.js'

/** What a cross-cutting object speaks of. */
export interface TargetAttributes {
  /** The id of an object; or `index …`, `sequence …`, `column …` for a part of one that is no object of its own. */
  readonly target: string
  /** The object that such a part belongs to: a constraint its index, an identity column its sequence, an extension a member. */
  readonly of?: string
}

/** The columns of `targetColumns`, as they are read. */
export interface TargetRow {
  readonly catalog: string
  readonly oid: number
  readonly sub: number
  readonly relkind: string | null
  readonly rowType: number | null
  readonly schema: string | null
  readonly relation: string | null
  readonly column: string | null
}

/** What is read of a target, whose class, oid and number stand in `source`. */
export const targetColumns = (source: string, sub = `${source}.objsubid`): string => `
  tk.relname as catalog, ${source}.objoid as oid, ${sub} as sub, tc.relkind, tc.reltype as "rowType", tn.nspname as schema,
  tc.relname as relation, ta.attname as column`

/** The joins that `targetColumns` needs. */
export const targetJoins = (source: string, sub = `${source}.objsubid`): string => `
  join pg_class tk on tk.oid = ${source}.classoid
  left join pg_class tc on tk.relname = 'pg_class' and tc.oid = ${source}.objoid
  left join pg_namespace tn on tn.oid = tc.relnamespace
  left join pg_attribute ta on ta.attrelid = tc.oid and ta.attnum = ${sub} and ${sub} <> 0`

const partKinds: Readonly<Record<string, { readonly kind: string; readonly own: RegExp }>> = {
  i: { kind: 'index', own: /^index / },
  I: { kind: 'index', own: /^index / },
  S: { kind: 'sequence', own: /^sequence / },
}

/** Which object, or part of one, a row speaks of; undefined for what is not ours. */
export function readTarget(
  row: TargetRow,
  resolve: (address: Address) => string | undefined,
): (TargetAttributes & Address) | undefined {
  const { catalog, oid, sub, relkind, schema, relation, column } = row
  const found = resolve({ catalog, oid, sub })
  if (sub !== 0 && found === undefined) {
    if (schema === null || relation === null || column === null) return undefined
    const of = resolve({ catalog, oid }) ?? resolve({ catalog: 'pg_type', oid: row.rowType ?? 0 })
    return of === undefined ? undefined : { catalog, oid, target: `column ${qualified(schema, relation, column)}`, of }
  }
  if (found === undefined) return undefined
  const part = relkind === null || sub !== 0 ? undefined : partKinds[relkind]
  if (part === undefined || part.own.test(found)) return { catalog, oid, target: found }
  return { catalog, oid, target: `${part.kind} ${qualified(schema!, relation!)}`, of: found }
}

/** How statements name a target. */
export function referenceOf(context: SqlContext, target: string): string {
  if (context.get(target) !== undefined) return context.reference(target)
  const at = target.indexOf(' ')
  return `${target.slice(0, at).replaceAll('-', ' ').toUpperCase()}${target.slice(at)}`
}

/** What speaks of a target that is called otherwise. */
export const retargeted = <A extends { readonly target: string; readonly of?: string }>(
  attributes: A,
  newId: (id: string) => string,
): A => ({
  ...attributes,
  target: newId(attributes.target),
  ...(attributes.of !== undefined && { of: newId(attributes.of) }),
})

/** The object that a cross-cutting object comes and goes with. */
export const parentOf = ({ target, of }: TargetAttributes): string => of ?? target
