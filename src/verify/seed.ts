import { userSchema } from '../catalog/scope.js'
import { dollarQuote } from '../sql/dollar-quote.js'
import { quoteIdentifier } from '../sql/identifier.js'
import type { Ask } from '../runner/backends.js'

/** How many rows of which sort each table is given. */
export interface Seeding {
  /** With a value in every column. */
  readonly full: number
  /** Without a value where none is needed. */
  readonly sparse: number
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  /** pg_type.typcategory of the type, or of the one below a domain. */
  readonly category: string
  readonly enumLabel: string | null
  readonly elementType: string | null
  readonly required: boolean
  readonly refTable: string | null
  readonly refColumn: string | null
}

const columnsQuery = `
  SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
         b.typcategory AS category, a.attnotnull AND NOT a.atthasdef AS required,
         (SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = b.oid ORDER BY enumsortorder LIMIT 1) AS "enumLabel",
         CASE WHEN b.typcategory = 'A' THEN format_type(b.typelem, NULL) END AS "elementType",
         k.ref_table AS "refTable", k.ref_column AS "refColumn"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
    LEFT JOIN LATERAL (
      SELECT (SELECT format('%I.%I', rn.nspname, rc.relname) FROM pg_class rc JOIN pg_namespace rn ON rn.oid = rc.relnamespace WHERE rc.oid = f.confrelid) AS ref_table, r.attname AS ref_column
        FROM pg_constraint f, unnest(f.conkey, f.confkey) AS pair (own, ref)
        JOIN pg_attribute r ON r.attnum = pair.ref
       WHERE f.contype = 'f' AND f.conrelid = c.oid AND pair.own = a.attnum AND r.attrelid = f.confrelid
       ORDER BY f.oid LIMIT 1) k ON true
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${userSchema('n')}
     AND a.attidentity = '' AND a.attgenerated = ''
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
   ORDER BY c.oid, a.attnum`

/**
 * A block that gives every table some rows, as far as its constraints let it: a row that is refused is left out. It is meant
 * for a transaction that is rolled back.
 */
export async function seedStatement(ask: Ask, seeding: Seeding): Promise<string> {
  const columns = await ask<Column>(columnsQuery)
  const tables = new Map<string, Column[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  const inserts = byReference(tables).flatMap((table) => {
    const list = tables.get(table)!
    const full = insert(table, list)
    const sparse = insert(
      table,
      list.filter(({ required }) => required),
    )
    return [
      ...(seeding.full > 0 ? [loop(1, seeding.full, full, sparse)] : []),
      ...(seeding.sparse > 0 ? [loop(seeding.full + 1, seeding.full + seeding.sparse, sparse)] : []),
    ]
  })
  return `DO ${dollarQuote(`BEGIN\n${inserts.join('\n')}\nSET CONSTRAINTS ALL IMMEDIATE;\nEND`)}`
}

/** Tables after those that they refer to; in a circle, as they come. */
function byReference(tables: ReadonlyMap<string, readonly Column[]>): readonly string[] {
  const done = new Set<string>()
  const visit = (table: string, above: ReadonlySet<string>): void => {
    if (done.has(table) || above.has(table)) return
    for (const { refTable } of tables.get(table) ?? [])
      if (refTable !== null && tables.has(refTable)) visit(refTable, new Set([...above, table]))
    done.add(table)
  }
  for (const table of tables.keys()) visit(table, new Set())
  return [...done]
}

/** The first of these that is not refused. */
function loop(from: number, to: number, ...attempts: readonly string[]): string {
  const attempt = attempts.reduceRight(
    (otherwise, statement) => `BEGIN ${statement}; EXCEPTION WHEN OTHERS THEN ${otherwise} END;`,
    'NULL;',
  )
  return `FOR i IN ${from}..${to} LOOP ${attempt} END LOOP;`
}

function insert(table: string, columns: readonly Column[]): string {
  if (columns.length === 0) return `INSERT INTO ${table} DEFAULT VALUES`
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ')
  return `INSERT INTO ${table} (${names}) VALUES (${columns.map(value).join(', ')}) ON CONFLICT DO NOTHING`
}

/** A value of the i-th row. Text becomes what a type reads, cut to its length. */
function value({ table, type, category, enumLabel, elementType, refTable, refColumn }: Column): string {
  // A row that refers to its own table refers to itself: the key has the same value.
  if (refTable !== null && refColumn !== null && refTable !== table) {
    const column = quoteIdentifier(refColumn)
    return `(SELECT ${column} FROM ${refTable} ORDER BY ${column} OFFSET (i - 1) % greatest((SELECT count(*) FROM ${refTable}), 1) LIMIT 1)`
  }
  if (enumLabel !== null) return `'${enumLabel.replaceAll("'", "''")}'::${type}`
  if (elementType !== null) return `ARRAY[${valueOf(elementType, categoryOf(elementType))}]::${type}`
  return valueOf(type, category)
}

function valueOf(type: string, category: string): string {
  switch (category) {
    case 'N':
      return /^(oid|reg)/.test(type) ? `'0'::${type}` : `i::${type}`
    case 'B':
      return `(i % 2 = 1)`
    case 'D':
      return `(now() - i * interval '1 minute')::${type}`
    case 'T':
      return `make_interval(mins => i)::${type}`
    case 'I':
      return `('10.0.0.' || i)::${type}`
    case 'V':
      return `'1'::${type}`
    case 'R':
      return /^(int|num)/.test(type) ? `('[' || i || ',' || i + 1 || ')')::${type}` : `'empty'::${type}`
    default:
      return ofNamed[type.replace(/\(.*/, '')] ?? `('text ' || i)::${type}`
  }
}

const ofNamed: Readonly<Record<string, string>> = {
  uuid: "md5('row ' || i)::uuid",
  json: "json_build_object('i', i)",
  jsonb: "jsonb_build_object('i', i)",
  bytea: "convert_to('row ' || i, 'UTF8')",
  xml: "('<i>' || i || '</i>')::xml",
  point: 'point(i, i)',
  money: 'i::money',
  '"char"': `'c'::"char"`,
  macaddr: "'08:00:2b:01:02:03'::macaddr",
}

/** The category of an element is not asked for: its name says enough. */
function categoryOf(type: string): string {
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return 'N'
  if (/^(date|timestamp|time)/.test(type)) return 'D'
  return type === 'boolean' ? 'B' : type === 'inet' ? 'I' : type === 'interval' ? 'T' : 'S'
}
