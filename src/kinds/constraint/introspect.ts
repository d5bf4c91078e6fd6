import { tableKinds, unowned, userSchema } from '../../catalog/scope.js'
import { defaultName } from '../../sql/default-name.js'
import { unwrap } from '../../sql/expression.js'
import { rereadable } from '../../sql/rereadable.js'
import { qualified } from '../../sql/identifier.js'
import { formerColumns, indexColumns, namesInIndex, partSuffix, type IndexColumns } from '../partition/index-columns.js'
import type { Introspection } from '../kind.js'
import type { Action, ConstraintAttributes, ExclusionElement } from './constraint.js'

export interface Row {
  oid: number
  indexOid: number | null
  schema: string
  table: string
  name: string
  contype: 'p' | 'u' | 'f' | 'c' | 'x'
  columns: string[] | null
  include: string[] | null
  nullsNotDistinct: boolean | null
  period: boolean
  refSchema: string | null
  refTable: string | null
  refColumns: string[] | null
  matchFull: boolean
  onUpdate: string
  onDelete: string
  onDeleteColumns: string[] | null
  expression: string | null
  noInherit: boolean
  definition: string | null
  method: string | null
  operators: string[] | null
  predicate: string | null
  options: string[] | null
  tablespace: string | null
  deferrable: boolean
  initiallyDeferred: boolean
  notValid: boolean
  notEnforced: boolean
  inherited: boolean
  local: boolean
  merged: boolean
  parentSchema: string | null
  parentTable: string | null
  parentName: string | null
  indexColumns: IndexColumns | null
  partitioned: boolean
  attachedSchema: string | null
  attachedName: string | null
  invalid: boolean
}

const types = { p: 'primary key', u: 'unique', f: 'foreign key', c: 'check', x: 'exclude' } as const
const actions: Record<string, Action | undefined> = { r: 'restrict', c: 'cascade', n: 'set null', d: 'set default' }

const names = (numbers: string, relation: string): string => `(
  select json_agg(a.attname order by u.n) from unnest(${numbers}) with ordinality u(number, n)
    -- OFFSET keeps the planner from reading all columns of the table.
    cross join lateral (select attname from pg_attribute where attrelid = ${relation} and attnum = u.number offset 0) a)`

export const introspection: Introspection<ConstraintAttributes, Row> = {
  query: (server) => `
    select k.oid, nullif(k.conindid, 0) as "indexOid", n.nspname as schema, c.relname as table, k.conname as name, k.contype,
           case when k.contype in ('p', 'u', 'f') then ${names('k.conkey', 'k.conrelid')} end as columns,
           case when i.indnatts > i.indnkeyatts then (
             select json_agg(a.attname order by p)
               from generate_series(i.indnkeyatts, i.indnatts - 1) p
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[p]) end as include,
           ${server.major >= 15 ? 'i.indnullsnotdistinct' : 'false'} as "nullsNotDistinct",
           ${server.major >= 18 ? 'k.conperiod' : 'false'} as period,
           fn.nspname as "refSchema", f.relname as "refTable",
           case when k.contype = 'f' then ${names('k.confkey', 'k.confrelid')} end as "refColumns",
           k.confmatchtype = 'f' as "matchFull", k.confupdtype as "onUpdate", k.confdeltype as "onDelete",
           ${server.major >= 15 ? `case when k.confdelsetcols is not null then ${names('k.confdelsetcols', 'k.conrelid')} end` : 'null'}
             as "onDeleteColumns",
           case k.contype when 'c' then pg_get_expr(k.conbin, k.conrelid) end as expression,
           k.connoinherit as "noInherit",
           case k.contype when 'x' then pg_get_constraintdef(k.oid) end as definition,
           case k.contype when 'x' then am.amname end as method,
           case k.contype when 'x' then (
             select json_agg(case when o.oprnamespace = 'pg_catalog'::regnamespace then o.oprname
                                  else 'OPERATOR(' || quote_ident(os.nspname) || '.' || o.oprname || ')' end order by u.n)
               from unnest(k.conexclop) with ordinality u(operator, n)
               join pg_operator o on o.oid = u.operator join pg_namespace os on os.oid = o.oprnamespace) end as operators,
           case k.contype when 'x' then pg_get_expr(i.indpred, i.indrelid) end as predicate,
           case when ic.reloptions is not null then to_json(ic.reloptions) end as options,
           s.spcname as tablespace, k.condeferrable as deferrable, k.condeferred as "initiallyDeferred",
           not k.convalidated ${server.major >= 18 ? 'and k.conenforced' : ''} as "notValid",
           ${server.major >= 18 ? 'not k.conenforced' : 'false'} as "notEnforced",
           k.coninhcount > 0 as inherited, k.contype = 'c' and k.coninhcount > 0 and k.conislocal and c.relispartition as local,
           k.contype = 'c' and k.coninhcount > 0 and k.conislocal and not c.relispartition as merged,
           kpn.nspname as "parentSchema", kpc.relname as "parentTable", kp.conname as "parentName",
           ${indexColumns('ic.oid', 'i.indrelid', 'i.indkey', `k.contype in ('u', 'x') and (k.conparentid <> 0 or ic.relkind = 'I')`)} as "indexColumns",
           coalesce(ic.relkind = 'I', false) as partitioned,
           han.nspname as "attachedSchema", ha.relname as "attachedName", coalesce(not i.indisvalid, false) as invalid
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_class f on f.oid = k.confrelid
      left join pg_namespace fn on fn.oid = f.relnamespace
      left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
      left join pg_class ic on ic.oid = i.indexrelid
      left join pg_am am on am.oid = ic.relam
      left join pg_tablespace s on s.oid = ic.reltablespace
      left join pg_constraint kp on kp.oid = k.conparentid
      left join pg_class kpc on kpc.oid = kp.conrelid
      left join pg_namespace kpn on kpn.oid = kpc.relnamespace
      left join pg_inherits hi on k.conparentid = 0 and ic.relispartition and hi.inhrelid = ic.oid
      left join pg_class ha on ha.oid = hi.inhparent
      left join pg_namespace han on han.oid = ha.relnamespace
     where kp.conrelid is distinct from k.conrelid and k.contype in ('p', 'u', 'f', 'c', 'x') and c.relkind in ${tableKinds} and ${userSchema('n')} and ${unowned('c.oid', server)}`,
  read: (row) => {
    const { oid, indexOid, contype } = row
    const isKey = contype === 'p' || contype === 'u' || contype === 'x'
    return {
      catalog: 'pg_constraint',
      oid,
      aliases: isKey && indexOid !== null ? [{ catalog: 'pg_class', oid: indexOid }] : [],
      attributes: {
        schema: row.schema,
        table: row.table,
        name: row.name,
        type: types[contype],
        columns: row.columns ?? undefined,
        include: row.include ?? undefined,
        nullsNotDistinct: row.nullsNotDistinct ?? undefined,
        period: row.period,
        references:
          row.refSchema === null
            ? undefined
            : {
                schema: row.refSchema,
                table: row.refTable!,
                columns: row.refColumns!,
                match: row.matchFull ? 'full' : undefined,
                onUpdate: actions[row.onUpdate],
                onDelete: actions[row.onDelete],
                onDeleteColumns: row.onDeleteColumns ?? undefined,
              },
        expression: row.expression === null ? undefined : unwrap(row.expression),
        noInherit: contype === 'c' && row.noInherit,
        method: row.method ?? undefined,
        elements: row.definition === null ? undefined : exclusionElements(rereadable(row.definition), row.operators!),
        predicate: row.predicate === null ? undefined : unwrap(row.predicate),
        options: row.options ?? undefined,
        tablespace: row.tablespace ?? undefined,
        deferrable: row.deferrable,
        initiallyDeferred: row.initiallyDeferred,
        notValid: row.notValid,
        notEnforced: row.notEnforced,
        inherited:
          row.parentName === null ? row.inherited : qualified(row.parentSchema!, row.parentTable!, row.parentName),
        local: row.local,
        merged: row.merged,
        automaticName: automaticName(row),
        formerColumns: row.partitioned ? formerColumns(row.indexColumns) : undefined,
        attachedTo: row.attachedName === null ? undefined : qualified(row.attachedSchema!, row.attachedName),
        invalid: row.invalid,
      } as ConstraintAttributes,
    }
  },
}

/** A key is named after its table and the columns of the index; a foreign key goes by its parent's name. */
function automaticName({ contype, period, table, name, parentName, indexColumns }: Row): string | undefined {
  if (parentName === null) return undefined
  const automatic =
    contype === 'f'
      ? parentName
      : contype === 'p'
        ? defaultName([table], 'pkey')
        : defaultName(
            [table, ...namesInIndex(indexColumns!)],
            partSuffix('constraint', { type: types[contype], period }),
          )
  return automatic === name ? undefined : automatic
}

/** The elements of `EXCLUDE USING gist (room WITH =, during WITH &&)`: each ends in ` WITH ` and its operator. */
function exclusionElements(definition: string, operators: readonly string[]): ExclusionElement[] {
  let rest = definition.slice(definition.indexOf('(') + 1)
  return operators.map((operator) => {
    const mark = ` WITH ${operator}`
    const at = rest.indexOf(mark)
    const key = rest.slice(0, at)
    rest = rest.slice(at + mark.length).replace(/^, /, '')
    return { key, operator }
  })
}
