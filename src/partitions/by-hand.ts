import { userSchema } from '../catalog/scope.js'
import { diagnostic, type Diagnostic } from '../errors/error.js'
import type { Ask } from '../runner/backends.js'
import { nameOf } from './plan.js'

interface Default {
  readonly table: string
  readonly partition: string
  /** The column that tells the partition. */
  readonly column: string
}

/** Beyond this many, more of them say nothing more. */
const enough = 1000

/**
 * Rows in the default partitions of tables that are partitioned by time and have no policy. They may be meant to be there, so
 * that it is a note; where the role may not read a table, nothing is said of it.
 */
export async function byHandNotes(ask: Ask, hasPolicies: boolean): Promise<readonly Diagnostic[]> {
  const defaults = await ask<Default>(`
    select ${nameOf('c.oid')} as table, ${nameOf('p.partdefid')} as partition, quote_ident(a.attname) as column
      from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      join pg_type t on t.oid = a.atttypid
     where p.partstrat = 'r' and p.partdefid <> 0 and has_table_privilege(p.partdefid, 'SELECT') and ${userSchema('n')}
       and coalesce(nullif(t.typbasetype, 0), t.oid) in ('date'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype)
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
       ${hasPolicies ? 'and not exists (select from tidemark.partition_policy o where tidemark.partition_parent(o) = c.oid)' : ''}
     order by 1`)
  const found = await Promise.all(defaults.map((item) => noteOf(ask, item)))
  return found.filter((item) => item !== undefined)
}

async function noteOf(ask: Ask, { table, partition, column }: Default): Promise<Diagnostic | undefined> {
  const [row] = await ask<{ rows: number; without: number }>(`
    select count(*)::int as rows, (count(*) filter (where without))::int as without
      from (select ${column} is null as without from ${partition} limit ${enough}) r`)
  const { rows, without } = row!
  if (rows === 0) return undefined
  const many = `${rows === enough ? `${enough} rows or more` : `${rows} row${rows === 1 ? '' : 's'}`}`
  return diagnostic({
    severity: 'note',
    code: 'TM408',
    subject: `table ${table}`,
    what: `${partition} holds ${many} that no other partition of ${table} took${without === 0 ? '' : `, ${without} without a key`}`,
    why: 'a partition for them was missing when they came',
    fix: [
      ...(without === 0 ? [] : [`give the rows without a key one, and declare ${column} as notNull()`]),
      'declare a partition for their time, and let tidemark autogenerate write the migration, which moves them there',
      'or declare the table with telemetry(…), whose policy makes the partitions: tidemark partitions repair moves the rows',
    ],
  })
}
