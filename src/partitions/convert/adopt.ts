import { equal } from '../../catalog/json.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Change } from '../../diff/change.js'
import type { ColumnAttributes } from '../../kinds/column/column.js'
import { identityClause } from '../../kinds/column/definition.js'
import type { ConstraintAttributes } from '../../kinds/constraint/constraint.js'
import type { IndexAttributes } from '../../kinds/index/index-kind.js'
import { partsOf } from '../../kinds/partition/attachment.js'
import type { PartitionPolicyAttributes } from '../../kinds/partition-policy/partition-policy.js'
import type { Statements } from '../../kinds/kind.js'
import type { Kinds } from '../../kinds/registry.js'
import type { TableAttributes } from '../../kinds/table/table.js'
import type { PlannedStep } from '../../plan/plan.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { Sql } from '../../sql/sql.js'
import { optionList } from '../../sql/options.js'
import { keyText } from '../../kinds/index/sql.js'
import { aroundOf, type Around, type Sides } from './around.js'
import { boundaryAfter } from './boundary.js'
import type { Facts } from './facts.js'
import { columnsOf } from './family.js'
import { isSomething, lockBriefly, policyIn, removed, stepOf } from './pieces.js'
import { builtIn } from './relocate.js'
import { besideName } from '../../sql/default-name.js'

const place = 'tidemark_new'
const boundaryName = 'tidemark_boundary'

type Keyed = CatalogObject<ConstraintAttributes> | CatalogObject<IndexAttributes>

/** An index of the new table, and the one of the old table that becomes its part. */
interface Part {
  readonly wanted: Keyed
  /** The name of the part. */
  readonly name: string
  /** The old table's, where it has an equal one. */
  readonly there?: Keyed
}

interface Adoption {
  readonly table: TableAttributes
  /** Qualified. */
  readonly old: string
  readonly legacy: string
  readonly column: ColumnAttributes
  readonly boundary: string
  readonly parts: readonly Part[]
  /** Indexes of the old table that the new one does not have. */
  readonly leaving: readonly Keyed[]
  readonly sides: Sides
  readonly kinds: Kinds
}

/** The column by whose time a policy divides a table. */
export function timeColumn({ desired, after }: Sides): ColumnAttributes | undefined {
  const policy = desired.get(`partition-policy ${after.table}`)?.attributes as PartitionPolicyAttributes | undefined
  const column = desired.get(`column ${after.table}.${quoteIdentifier(policy?.column ?? '')}`)?.attributes
  const { type = '' } = (column ?? {}) as Partial<ColumnAttributes>
  return /^(date|timestamp.*)$/.test(type) ? (column as ColumnAttributes) : undefined
}

/** What stands in the way of making the old table the first partition of the new one. */
export function adoptHurdles(sides: Sides, facts: Facts): readonly string[] {
  const { current, desired, before, after } = sides
  const was = current.get(`table ${before.table}`)!.attributes as TableAttributes
  const column = timeColumn(sides)
  if (was.partitionBy !== undefined) return ['it is partitioned already']
  if (column === undefined) return ['it does not become partitioned by time with a policy: telemetry(…)']
  const hurdles: string[] = []
  if (facts.hasNulls) hurdles.push(`${column.name} is null in some rows, which belong to no time`)
  if (boundaryOf(sides, facts) === undefined)
    hurdles.push(
      `it holds rows whose ${column.name} is far in the future: the first partition would have to reach until then`,
    )
  if (was.unlogged) hurdles.push('it is unlogged, which a partitioned table cannot be')
  const parts = (side: Sides['current'], table: string) =>
    new Map(partsOf(side.snapshot, table).map((part) => [part.id, part]))
  const now = parts(current, before.table)
  const then = parts(desired, after.table)
  for (const [id, part] of new Map([...now, ...then])) {
    const { type, period } = part.attributes as Partial<ConstraintAttributes>
    if (type === 'exclude' || period) hurdles.push(`${id} cannot be handed on to a partition`)
    if (isKeyed(part)) continue
    const [one, other] = [now.get(id), then.get(id)]
    const isKeyNotNull = id === `not-null ${before.table}.${quoteIdentifier(column.name)}` && one === undefined
    const same = one !== undefined && other !== undefined && equal(bare(one), bare(other))
    if (!same && !isKeyNotNull) hurdles.push(`${id} changes as well, which a partition cannot follow`)
  }
  return hurdles
}

const bare = ({ attributes }: CatalogObject): object => {
  const { position: _, ...rest } = attributes as { position?: number }
  return rest
}

const isKeyed = ({ kind, attributes }: CatalogObject): boolean =>
  kind === 'index' ||
  (kind === 'constraint' && !['check', 'foreign key'].includes((attributes as { type: string }).type))

function boundaryOf(sides: Sides, facts: Facts): string | undefined {
  const policy = sides.desired.get(`partition-policy ${sides.after.table}`)!.attributes as PartitionPolicyAttributes
  return boundaryAfter(facts, policy.every, timeColumn(sides)!.type)
}

/** The old table becomes the first partition: nothing is copied. */
export function adopt(related: readonly Change[], sides: Sides, facts: Facts, kinds: Kinds): PlannedStep[] {
  const adoption = adoptionOf(sides, facts, kinds)
  const { table, old, column, boundary, parts, leaving, legacy } = adoption
  const around = aroundOf(related, sides, kinds)
  const id = `table ${old}`
  const name = quoteIdentifier(column.name)
  const isBelow = `${name} IS NOT NULL AND ${name} < ${quoteLiteral(boundary)}`
  const step = stepOf(id)
  const setsNotNull =
    sides.current.get(`not-null ${old}.${name}`) === undefined &&
    sides.desired.get(`not-null ${old}.${name}`) !== undefined
  const policy = policyIn(place, sides.after, sides.desired, kinds)!
  const set = kinds.of(policy).sql.create(policy.attributes, sides.desired, []) as string
  const reserve = `CREATE TABLE ${qualified(place, reserveName(table))} PARTITION OF ${qualified(place, table.name)} FOR VALUES FROM (MINVALUE) TO (${quoteLiteral(boundary)})`
  return [
    ...around.checkedBefore,
    step(
      'brief',
      [
        `SELECT tidemark.refuse_late(${[old, column.name, boundary].map(quoteLiteral).join(', ')})`,
        `ALTER TABLE ${old} ADD CONSTRAINT ${boundaryName} CHECK (${isBelow}) NOT VALID`,
        `COMMENT ON CONSTRAINT ${boundaryName} ON ${old} IS ${quoteLiteral(boundary)}`,
      ],
      [`ALTER TABLE ${old} DROP CONSTRAINT IF EXISTS ${boundaryName}`],
      `The old table becomes the partition of all that is before ${boundary}; until the exchange it takes nothing later`,
    ),
    step('alone', [`ALTER TABLE ${old} VALIDATE CONSTRAINT ${boundaryName}`], []),
    ...(setsNotNull
      ? [
          step(
            'brief',
            [`ALTER TABLE ${old} ALTER COLUMN ${name} SET NOT NULL`],
            [`ALTER TABLE ${old} ALTER COLUMN ${name} DROP NOT NULL`],
          ),
        ]
      : []),
    ...parts.flatMap(({ wanted, name: part, there }) =>
      there === undefined
        ? [
            step(
              'alone',
              [indexOn(old, wanted, part)],
              [`DROP INDEX CONCURRENTLY IF EXISTS ${qualified(table.schema, part)}`],
            ),
          ]
        : [],
    ),
    step(
      'brief',
      [`CREATE SCHEMA IF NOT EXISTS ${place}`],
      [`DROP SCHEMA ${place}`],
      'The new table, with partitions from then on',
    ),
    ...builtIn(place, sides.after, sides.desired, kinds).map((item): PlannedStep => ({ ...item, mode: 'brief' })),
    step('brief', [reserve, set, removed(policy)], []),
    exchange(adoption, around),
    ...leaving.map((index) =>
      step('alone', [], [indexOn(legacy, index, againName(index))], 'On the way back: what the old table had'),
    ),
    ...around.checkedAfter,
  ]
}

function adoptionOf(sides: Sides, facts: Facts, kinds: Kinds): Adoption {
  const { current, desired, before, after } = sides
  const table = current.get(`table ${before.table}`)!.attributes as TableAttributes
  const boundary = boundaryOf(sides, facts)!
  const suffix = `_before_${boundary.slice(0, /[ ](?!00:00)/.test(boundary) ? 13 : 10).replace(/\D/g, '_')}`
  const taken = new Set<string>()
  const nameOf = (name: string): string => {
    for (let number = 0; ; number++) {
      const found = besideName(name, `${number === 0 ? '' : number}${suffix}`)
      if (!taken.has(found) && taken.add(found)) return found
    }
  }
  const legacy = qualified(table.schema, nameOf(table.name))
  const theirs = partsOf(current.snapshot, before.table).filter(isKeyed) as Keyed[]
  const left = new Set(theirs)
  const parts = (partsOf(desired.snapshot, after.table).filter(isKeyed) as Keyed[]).map((wanted): Part => {
    const there = [...left].find((item) => item.kind === wanted.kind && equal(nameless(item), nameless(wanted)))
    if (there !== undefined) left.delete(there)
    return { wanted, name: nameOf(wanted.attributes.name), ...(there !== undefined && { there }) }
  })
  const column = timeColumn(sides)!
  return { table, old: before.table, legacy, column, boundary, parts, leaving: [...left], sides, kinds }
}

const nameless = ({ attributes }: Keyed): object => {
  const { name: _, ...rest } = attributes
  return rest
}

const againName = ({ attributes: { name } }: Keyed): string => besideName(name, ' again')
const reserveName = ({ name }: TableAttributes): string => besideName(name, ' before')

const isConstraint = (keyed: Keyed): keyed is CatalogObject<ConstraintAttributes> => keyed.kind === 'constraint'

/** The index, or the one behind a key, built while the table is in use. */
function indexOn(table: string, keyed: Keyed, name: string): string {
  const { attributes } = keyed
  const columns = isConstraint(keyed) ? keyed.attributes.columns!.map(quoteIdentifier) : []
  const { unique, method, keys, predicate, nullsNotDistinct, options, tablespace, include } =
    attributes as IndexAttributes
  const using = isConstraint(keyed) || method === 'btree' ? '' : ` USING ${quoteIdentifier(method)}`
  return [
    `CREATE ${isConstraint(keyed) || unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${table}${using} (${
      isConstraint(keyed) ? columns.join(', ') : keys.map(keyText).join(', ')
    })`,
    include && `INCLUDE (${include.map(quoteIdentifier).join(', ')})`,
    nullsNotDistinct && 'NULLS NOT DISTINCT',
    options && `WITH ${optionList(options)}`,
    tablespace && `TABLESPACE ${quoteIdentifier(tablespace)}`,
    predicate && `WHERE ${predicate}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function fromIndex(
  table: string,
  { attributes }: CatalogObject<ConstraintAttributes>,
  name: string,
  index: string,
): string {
  const kind = attributes.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE'
  const deferrable = attributes.deferrable
    ? ` DEFERRABLE${attributes.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}`
    : ''
  return `ALTER TABLE ${table} ADD CONSTRAINT ${quoteIdentifier(name)} ${kind} USING INDEX ${quoteIdentifier(index)}${deferrable}`
}

function exchange(adoption: Adoption, around: Around): PlannedStep {
  const { old } = adoption
  return {
    ...stepOf(`table ${old}`)('brief', forward(adoption, around), backward(adoption, around)),
    members: [`table ${old}`, ...[...around.away, ...around.back].flatMap(({ members }) => members)],
    comment: 'The exchange: readers and writers wait for it, so it waits for nobody',
  }
}

const rename = (schema: string, table: string, keyed: Keyed, from: string, to: string): string =>
  isConstraint(keyed)
    ? `ALTER TABLE ${table} RENAME CONSTRAINT ${quoteIdentifier(from)} TO ${quoteIdentifier(to)}`
    : `ALTER INDEX ${qualified(schema, from)} RENAME TO ${quoteIdentifier(to)}`

const identitiesOf = ({ sides }: Adoption): readonly ColumnAttributes[] =>
  columnsOf(sides.before, sides.current).filter(({ identity }) => identity !== undefined)

function forward(adoption: Adoption, around: Around): readonly (Sql | string)[] {
  const { table, old, legacy, boundary, parts, leaving } = adoption
  const { schema, name } = table
  const legacyName = legacyNameOf(adoption)
  return [
    ...lockBriefly(old, [qualified(place, name)]),
    ...around.away.flatMap(({ up }) => up).filter(isSomething),
    `SELECT tidemark.carry_sequences(${quoteLiteral(old)}, ${quoteLiteral(qualified(place, name))})`,
    ...unsaid(adoption),
    ...identitiesOf(adoption).map(
      (column) => `ALTER TABLE ${old} ALTER COLUMN ${quoteIdentifier(column.name)} DROP IDENTITY`,
    ),
    ...leaving.map((keyed) =>
      isConstraint(keyed)
        ? `ALTER TABLE ${old} DROP CONSTRAINT ${quoteIdentifier(keyed.attributes.name)}`
        : `DROP INDEX ${qualified(schema, keyed.attributes.name)}`,
    ),
    ...parts.flatMap(({ there, name: part }) =>
      there === undefined ? [] : [rename(schema, old, there, there.attributes.name, part)],
    ),
    ...parts.flatMap(({ there, wanted, name: part }) =>
      there === undefined && isConstraint(wanted) ? [fromIndex(old, wanted, part, part)] : [],
    ),
    `ALTER TABLE ${old} RENAME TO ${quoteIdentifier(legacyName)}`,
    `DROP TABLE ${qualified(place, reserveName(table))}`,
    `SELECT tidemark.move_table(${quoteLiteral(qualified(place, name))}, ${quoteLiteral(schema)})`,
    `ALTER TABLE ${old} ATTACH PARTITION ${legacy} FOR VALUES FROM (MINVALUE) TO (${quoteLiteral(boundary)})`,
    `ALTER TABLE ${legacy} DROP CONSTRAINT ${boundaryName}`,
    `DROP SCHEMA ${place}`,
    ...around.back.flatMap(({ up }) => up).filter(isSomething),
  ]
}

function legacyNameOf({ legacy, table }: Adoption): string {
  const bare = legacy.slice(quoteIdentifier(table.schema).length + 1)
  return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare
}

function backward(adoption: Adoption, around: Around): readonly (Sql | string)[] {
  const { table, old, legacy, parts, leaving } = adoption
  const { schema, name } = table
  return [
    ...lockBriefly(old, []),
    ...around.back
      .toReversed()
      .flatMap(({ down }) => down)
      .filter(isSomething),
    ...parts.map(({ wanted, name: part }) => {
      const index = qualified(schema, wanted.attributes.name)
      return `SELECT tidemark.name_part(${[index, legacy, part].map(quoteLiteral).join(', ')})`
    }),
    `ALTER TABLE ${old} DETACH PARTITION ${legacy}`,
    `SELECT tidemark.take_in(${quoteLiteral(old)}, ${quoteLiteral(legacy)})`,
    `CREATE SCHEMA IF NOT EXISTS ${place}`,
    `SELECT tidemark.move_table(${quoteLiteral(old)}, ${quoteLiteral(place)})`,
    `ALTER TABLE ${legacy} RENAME TO ${quoteIdentifier(name)}`,
    ...parts.flatMap(({ there, wanted, name: part }) =>
      there === undefined && isConstraint(wanted)
        ? [`ALTER TABLE ${old} DROP CONSTRAINT ${quoteIdentifier(part)}`]
        : [],
    ),
    ...parts.flatMap(({ there, name: part }) =>
      there === undefined ? [] : [rename(schema, old, there, part, there.attributes.name)],
    ),
    ...leaving.map((keyed) =>
      isConstraint(keyed)
        ? fromIndex(old, keyed, keyed.attributes.name, againName(keyed))
        : rename(schema, old, keyed, againName(keyed), keyed.attributes.name),
    ),
    ...identitiesOf(adoption).map(
      (column) =>
        `ALTER TABLE ${old} ALTER COLUMN ${quoteIdentifier(column.name)} ADD ${identityClause(column.identity!)}`,
    ),
    `SELECT tidemark.carry_sequences(${quoteLiteral(qualified(place, name))}, ${quoteLiteral(old)})`,
    ...saidAgain(adoption),
    ...around.away
      .toReversed()
      .flatMap(({ down }) => down)
      .filter(isSomething),
  ]
}

/** Made with the table itself, or handed on to the partition. */
const structure: ReadonlySet<string> = new Set(['table', 'column', 'default', 'not-null', 'constraint', 'index'])

/**
 * What is said of the table (grants, policies, comments) is the new table's from the exchange on: the partition has nothing of
 * it, so that it may be made anew meanwhile, and the way back says all of it again.
 */
const saidOf = ({ sides, kinds }: Adoption): readonly CatalogObject[] =>
  [...sides.before.own.values()]
    .filter(({ kind }) => !structure.has(kind))
    .sort((a, b) => kinds.rank(a) - kinds.rank(b) || (a.id < b.id ? -1 : 1))

const texts = (statements: Statements): readonly string[] => [statements].flat().map((item) => item as string)

function unsaid(adoption: Adoption): readonly string[] {
  const { table, old, sides, kinds } = adoption
  return [
    ...saidOf(adoption)
      .toReversed()
      .flatMap((object) =>
        object.kind === 'owner' ? [] : texts(kinds.of(object).sql.drop(object.attributes, sides.current)),
      ),
    ...(table.rowSecurity ? [`ALTER TABLE ${old} DISABLE ROW LEVEL SECURITY`] : []),
  ]
}

function saidAgain(adoption: Adoption): readonly string[] {
  const { table, old, sides, kinds } = adoption
  return [
    ...(table.rowSecurity ? [`ALTER TABLE ${old} ENABLE ROW LEVEL SECURITY`] : []),
    ...saidOf(adoption).flatMap((object) => texts(kinds.of(object).sql.create(object.attributes, sides.current, []))),
  ]
}
