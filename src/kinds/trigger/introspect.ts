import { relationKind, unowned, userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { unwrap } from '../../sql/expression.js'
import { topLevelIndex } from '../../sql/scan.js'
import type { Introspection } from '../kind.js'
import type { OtherRelation } from '../relation.js'
import type { EnabledState, TriggerAttributes, TriggerEvent } from './trigger.js'

export interface Row {
  oid: number
  constraintOid: number
  schema: string
  table: string
  on: OtherRelation | null
  name: string
  /** pg_trigger.tgtype. */
  type: number
  columns: string[] | null
  definition: string | null
  oldTable: string | null
  newTable: string | null
  functionSchema: string
  functionName: string
  /** Each ends in a zero byte; in hexadecimal digits. */
  arguments: string
  constraint: boolean
  deferrable: boolean
  initiallyDeferred: boolean
  fromSchema: string | null
  fromName: string | null
  enabled: string
  originalTable: string | null
  originalSchema: string | null
  originalName: string | null
  originalEnabled: string | null
}

/** Bits of pg_trigger.tgtype. */
const ROW = 1
const BEFORE = 2
const INSTEAD = 64
const events: readonly (readonly [number, TriggerEvent])[] = [
  [4, 'insert'],
  [16, 'update'],
  [8, 'delete'],
  [32, 'truncate'],
]
const states: Record<string, EnabledState | undefined> = { D: 'disabled', R: 'replica', A: 'always' }

export const introspection: Introspection<TriggerAttributes, Row> = {
  query: (server) => `
    with recursive origins(oid, original) as (
      select t.oid, o.oid from pg_trigger t join pg_trigger o on o.oid = t.tgparentid where o.tgenabled <> t.tgenabled
      union all
      select o.oid, p.tgparentid from origins o join pg_trigger p on p.oid = o.original where p.tgparentid <> 0)
    select t.oid, t.tgconstraint as "constraintOid", n.nspname as schema, c.relname as table, ${relationKind('c')} as on,
           t.tgname as name, t.tgtype as type,
           case when t.tgattr <> '' then (
             select json_agg(a.attname order by u.n) from unnest(t.tgattr::int2[]) with ordinality u(number, n)
               join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = u.number) end as columns,
           case when t.tgqual is not null then pg_get_triggerdef(t.oid) end as definition,
           t.tgoldtable as "oldTable", t.tgnewtable as "newTable", pn.nspname as "functionSchema", p.proname as "functionName",
           encode(t.tgargs, 'hex') as arguments, t.tgconstraint <> 0 as constraint, t.tgdeferrable as deferrable,
           t.tginitdeferred as "initiallyDeferred", fn.nspname as "fromSchema", f.relname as "fromName", t.tgenabled as enabled,
           os.nspname as "originalSchema", oc.relname as "originalTable", r.tgname as "originalName",
           o.tgenabled as "originalEnabled"
      from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_proc p on p.oid = t.tgfoid
      join pg_namespace pn on pn.oid = p.pronamespace
      left join pg_class f on f.oid = t.tgconstrrelid
      left join pg_namespace fn on fn.oid = f.relnamespace
      left join pg_trigger o on o.oid = t.tgparentid
      left join lateral (
        select x.tgname, x.tgrelid from origins u join pg_trigger x on x.oid = u.original and x.tgparentid = 0
         where u.oid = t.oid) r on o.tgenabled <> t.tgenabled
      left join pg_class oc on oc.oid = r.tgrelid
      left join pg_namespace os on os.oid = oc.relnamespace
     where (o.oid is null or o.tgenabled <> t.tgenabled) and ${userSchema('n')} and ${unowned('c.oid', server)}
       -- In 14 the copies count as internal, like the triggers of foreign keys.
       and (not t.tgisinternal or (o.oid is not null and not exists (
             select from pg_constraint k where k.oid = t.tgconstraint and k.contype <> 't')))`,
  read: (row) => {
    const { oid, schema, table, name, type } = row
    const place = { schema, table, ...(row.on !== null && { on: row.on }), name }
    const state = states[row.enabled]
    const enabled = state && { enabled: state }
    if (row.originalName !== null) {
      const original = `trigger ${qualified(row.originalSchema!, row.originalTable!, row.originalName)}`
      const originalEnabled = states[row.originalEnabled!]
      const attributes = {
        ...place,
        inherited: true,
        original,
        ...enabled,
        ...(originalEnabled && { originalEnabled }),
      }
      return { catalog: 'pg_trigger', oid, attributes }
    }
    return {
      catalog: 'pg_trigger',
      oid,
      aliases: row.constraint ? [{ catalog: 'pg_constraint', oid: row.constraintOid }] : [],
      attributes: {
        ...place,
        timing: type & BEFORE ? 'before' : type & INSTEAD ? 'instead of' : 'after',
        events: events.flatMap(([bit, event]) => (type & bit ? event : [])),
        ...(row.columns !== null && { columns: row.columns }),
        row: Boolean(type & ROW),
        ...(row.definition !== null && { when: condition(row.definition) }),
        ...(row.oldTable !== null && { oldTable: row.oldTable }),
        ...(row.newTable !== null && { newTable: row.newTable }),
        function: qualified(row.functionSchema, row.functionName),
        arguments: Buffer.from(row.arguments, 'hex').toString('utf8').split('\0').slice(0, -1),
        constraint: row.constraint,
        deferrable: row.deferrable,
        initiallyDeferred: row.initiallyDeferred,
        ...(row.fromName !== null && { from: qualified(row.fromSchema!, row.fromName) }),
        ...enabled,
      },
    }
  },
}

/** The expression of `… WHEN (…) EXECUTE FUNCTION …`. */
function condition(definition: string): string {
  const at = topLevelIndex(definition, ' WHEN (') + ' WHEN '.length
  return unwrap(definition.slice(at, topLevelIndex(definition, ' EXECUTE FUNCTION ', at)))
}
