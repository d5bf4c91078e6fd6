import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionsClause, statement } from '../../sql/foreign-options.js'
import { optionList } from '../../sql/options.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import { settingsOfParentAgain, storedAlike } from '../column/apart.js'
import type { Clause, Kind, SqlContext } from '../kind.js'
import { notNullsInTable } from '../not-null/in-table.js'
import { isMadeThroughParent, parentsOf } from '../partition/attachment.js'
import { forceRowSecurity, rowSecurity } from './compare.js'
import { foreignOptionsOf } from './foreign.js'
import { rows } from './rows.js'
import type { TableAttributes } from './table.js'

const position = ({ object }: Clause): number =>
  'position' in object.attributes ? Number(object.attributes.position) : Number.MAX_SAFE_INTEGER

/** A partition of a table that foreign keys refer to can be dropped only when it is detached. */
function detachReferenced({ schema, name }: TableAttributes, context: SqlContext): string[] {
  const child = qualified(schema, name)
  const [parent] = parentsOf(context.snapshot, child)
  if (parent === undefined || context.get(`partition ${child}`) === undefined) return []
  const isReferenced = (table: string): boolean =>
    context.dependents(`table ${table}`).some((id) => refersTo(context.get(id), table)) ||
    parentsOf(context.snapshot, table).some(isReferenced)
  // One that was attached by a statement of its own is detached by one.
  const isApart = !isMadeThroughParent(child, context.snapshot, context.opposite.snapshot)
  return isReferenced(parent) && !isApart ? [`ALTER TABLE ${parent} DETACH PARTITION ${child}`] : []
}

function refersTo(object: CatalogObject | undefined, table: string): boolean {
  const { references } = (object?.attributes ?? {}) as { references?: { schema: string; table: string } }
  return references !== undefined && qualified(references.schema, references.table) === table
}

const partitionedBy = (name: string, { snapshot }: SqlContext): TableAttributes | undefined =>
  snapshot.objects.get(`table ${parentsOf(snapshot, name)[0]}`)?.attributes as TableAttributes | undefined

/** `TABLE public.users`. */
const called = ({ schema, name, foreign }: TableAttributes): string =>
  `${foreign === undefined ? '' : 'FOREIGN '}TABLE ${qualified(schema, name)}`

/** Where a partition lies, and how: by itself PostgreSQL puts it where its parent says that partitions lie. */
function storage(table: TableAttributes, partitioned: TableAttributes | undefined): readonly (string | undefined)[] {
  const isLeaf = table.partitionBy === undefined
  const method = table.accessMethod ?? (isLeaf && partitioned?.accessMethod ? 'heap' : undefined)
  const tablespace = table.tablespace ?? (isLeaf && partitioned?.tablespace ? 'pg_default' : undefined)
  return [
    method && `USING ${quoteIdentifier(method)}`,
    table.options && `WITH ${optionList(table.options)}`,
    tablespace && `TABLESPACE ${quoteIdentifier(tablespace)}`,
  ]
}

export const sql: Kind<TableAttributes>['sql'] = {
  create(table, context, clauses) {
    const name = qualified(table.schema, table.name)
    // A clause that begins with PARTITION OF or INHERITS says what the table is; the others stand in its parentheses.
    const partition = clauses.find((clause) => clause.text.startsWith('PARTITION OF '))
    const inherits = clauses.find((clause) => clause.text.startsWith('INHERITS ('))
    const inside = clauses
      .filter((clause) => clause !== partition && clause !== inherits)
      .sort((a, b) => position(a) - position(b))
    const texts = [...inside.map(({ text }) => text), ...(inherits === undefined ? [] : notNullsInTable(name, context))]
    const body = texts.map((item) => `\n  ${item}`).join(',')
    const [parent, bound] = partition?.text.split('\n') ?? []
    const parts = [
      `CREATE ${table.unlogged ? 'UNLOGGED ' : table.foreign === undefined ? '' : 'FOREIGN '}TABLE ${name}`,
      parent,
      table.of === undefined ? undefined : `OF ${table.of}`,
      body === '' ? (parent === undefined && table.of === undefined ? '()' : undefined) : `(${body}\n)`,
      bound,
      inherits?.text,
      table.foreign === undefined ? undefined : `SERVER ${quoteIdentifier(table.foreign)}`,
      table.partitionBy === undefined ? undefined : `PARTITION BY ${table.partitionBy}`,
      ...storage(table, partition && partitionedBy(name, context)),
    ]
    const text = parts.filter((part) => part !== undefined).join(' ')
    const alike = inherits === undefined ? { off: [], on: [] } : storedAlike(name, context)
    const after = [table.rowSecurity && rowSecurity(table), table.forceRowSecurity && forceRowSecurity(table)]
    return [
      ...alike.off,
      table.foreign === undefined ? text : statement(text, optionsClause(foreignOptionsOf(table), table.name)),
      ...alike.on,
      ...after.flatMap((action) => (action ? [`ALTER TABLE ${name} ${action}`] : [])),
      ...settingsOfParentAgain(name, context),
    ]
  },
  rows,
  drop: (table, context) => [...detachReferenced(table, context), `DROP ${called(table)}`],
  rename: (before, after) => [
    ...(before.schema === after.schema
      ? []
      : [`ALTER TABLE ${qualified(before.schema, before.name)} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
    ...(before.name === after.name
      ? []
      : [`ALTER TABLE ${qualified(after.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)}`]),
  ],
  reference: called,
}
