import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Declared } from '../../desired/declared.js'
import type { PartitionPolicyAttributes } from '../../kinds/partition-policy/partition-policy.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { DeclarationRule } from './rule.js'

const times = /^(?:timestamp|date\b)/
const integers = /^(?:bigint|integer|smallint|numeric)/

const policyOf = (schema: string, table: string, { objects }: Declared): PartitionPolicyAttributes | undefined =>
  objects.get(`partition-policy ${qualified(schema, table)}`)?.attributes as PartitionPolicyAttributes | undefined

/** Partitions of a table with a policy are the policy's: one that is declared would be compared with nothing. */
export const partitionOfPolicy: DeclarationRule = ({ id, kind, attributes }, declared) => {
  if (kind !== 'partition') return undefined
  const { parent, bound } = attributes as { parent: { schema: string; name: string }; bound: string }
  if (policyOf(parent.schema, parent.name, declared) === undefined) return undefined
  return {
    code: 'TM127',
    subject: id,
    what: `${id.replace('partition ', '')} is declared as a partition of ${parent.schema}.${parent.name}, whose partitions a policy makes`,
    why: bound.includes('MAXVALUE')
      ? 'a partition up to MAXVALUE would leave no room for those that the policy makes'
      : 'the policy keeps what is there and makes what is missing; nothing is left to declare',
    fix: [
      bound === 'DEFAULT'
        ? 'say default: true in partitionBy'
        : 'remove it; a partition that exists stays, and belongs to the policy',
      'or declare the table with table(…) and partitionBy: range(…), and all of its partitions by hand',
    ],
  }
}

/** What a policy counts has to be what its column holds. */
export const policyKeyType: DeclarationRule = (object, declared) => {
  if (object.kind !== 'partition-policy') return undefined
  const { schema, table, column, every, holds } = object.attributes as PartitionPolicyAttributes
  const type = typeOf(declared, schema, table, column)
  if (type === undefined || fits(type, every, holds)) return undefined
  const isNumber = /^\d+$/.test(every)
  return {
    code: 'TM129',
    subject: object.id,
    what: `${schema}.${table} is partitioned by ${isNumber ? `${every} values` : every} of ${column}, which is ${type}${holds === undefined ? '' : ` and is said to hold ${holds}`}`,
    why: isNumber ? 'only integers are counted' : 'a period is a span of time, and the column has to tell one',
    fix: [
      'partition by a timestamptz, timestamp or date; a date has days, not hours',
      "or say what an id holds: holds: 'uuidv7' (uuid), 'ulid' (text), { snowflake: '2015-01-01Z' } (bigint)",
      'or, for an integer, how many values: every: 1_000_000',
    ],
  }
}

function fits(type: string, every: string, holds: PartitionPolicyAttributes['holds']): boolean {
  if (/^\d+$/.test(every)) return holds === undefined && integers.test(type)
  if (holds === 'uuidv7') return type === 'uuid'
  if (holds === 'ulid') return /^(?:text|character|varchar|char)/.test(type)
  if (holds === 'snowflake') return type === 'bigint' || type.startsWith('numeric')
  // Of a domain or a type of one's own only the server knows.
  const isKnown =
    /^(?:text|varchar|char|uuid|json|boolean|bytea|real|double|interval|time\b|inet)/.test(type) || integers.test(type)
  return (
    !isKnown &&
    !(type === 'date' && every.includes('hour')) &&
    (times.test(type) || type.includes('.') || !/^[a-z ]+$/.test(type))
  )
}

const span = /^\d+ (?:hour|day|week|month|year)s?(?: \d+ (?:hour|day|week|month|year)s?)*$/

/** How much, how long and under which names: what PostgreSQL would refuse only when the migration runs, or next month. */
export const policyAmounts: DeclarationRule = ({ id, kind, attributes }, { objects }) => {
  if (kind !== 'partition-policy') return undefined
  const { every, premake, retain, expired, destination, names, timeZone } = attributes as PartitionPolicyAttributes
  const isNumber = /^\d+$/.test(every)
  const demands: readonly (readonly [holds: boolean, what: string, fix: string])[] = [
    [
      /^[1-9]\d*(?: (?:hour|day|week|month|year)s?)?$/.test(every),
      `every is ${every}`,
      "write a whole number of hours, days, weeks, months or years: '1 day', '6 hours', '3 months'",
    ],
    [
      Number.isInteger(premake) && premake >= 0 && premake <= 1000,
      `premake is ${premake}`,
      'write a whole number from 0 to 1000',
    ],
    [
      retain === undefined || (isNumber ? /^\d+$/ : span).test(retain),
      `retain is ${retain}`,
      isNumber
        ? 'write how many values are kept: retain: 5_000_000'
        : "write an interval: '90 days', '1 year 6 months'",
    ],
    [
      retain !== undefined || expired === 'detach',
      `it is said what happens to expired partitions (${expired}), and not when`,
      "say how long they are kept: retain: '90 days'",
    ],
    [
      names === undefined || /^[^{}]*\{table\}[^{}]*\{[^{}]+\}[^{}]*$/.test(names),
      `names is ${names}`,
      "write {table} and a pattern of to_char: '{table}_p{YYYYMMDD}'",
    ],
    [
      names === undefined || tells(names, every),
      `names is ${names}, the same for several partitions of ${every}`,
      `let it tell them apart: {table}_{${patterns.find(({ unit }) => every.includes(unit))?.example}}`,
    ],
    [
      expired !== 'move' || destination === 'public' || objects.has(`schema ${quoteIdentifier(destination!)}`),
      `expired partitions move to the schema ${destination}, which nothing declares`,
      `declare it: schema('${destination}')`,
    ],
    [
      timeZone === undefined || isTimeZone(timeZone),
      `timeZone is ${timeZone}`,
      "write the name of a time zone: 'Europe/Berlin'",
    ],
  ]
  const broken = demands.find(([holds]) => !holds)
  if (broken === undefined) return undefined
  return { code: 'TM130', subject: id, what: broken[1], why: 'the policy could not be carried out', fix: broken[2] }
}

/** What of a pattern of to_char tells periods of a unit apart. */
const patterns = [
  { unit: 'hour', pattern: /HH/i, example: 'YYYYMMDDHH24' },
  { unit: 'day', pattern: /DD|J/i, example: 'YYYYMMDD' },
  { unit: 'week', pattern: /W|DD|J/i, example: 'IYYYIW' },
  { unit: 'month', pattern: /MM|MON|RM|DD|J/i, example: 'YYYYMM' },
  { unit: 'year', pattern: /Y|J/i, example: 'YYYY' },
] as const

function tells(names: string, every: string): boolean {
  const [, pattern = ''] = /\{(?!table\})([^{}]*)\}/.exec(names) ?? []
  return patterns.find(({ unit }) => every.includes(unit))?.pattern.test(pattern) ?? true
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A partition whose rows are referred to can be neither detached nor dropped (Manual, 5.12.2). */
export const referencedPolicy: DeclarationRule = ({ id, kind, attributes }, declared) => {
  const { type, references } = attributes as { type?: string; references?: { schema: string; table: string } }
  if (kind !== 'constraint' || type !== 'foreign key' || references === undefined) return undefined
  const policy = policyOf(references.schema, references.table, declared)
  if (policy?.retain === undefined) return undefined
  return {
    code: 'TM131',
    subject: id,
    what: `${id.replace('constraint ', '')} refers to ${references.schema}.${references.table}, whose partitions are let go after ${policy.retain}`,
    why: 'PostgreSQL detaches and drops no partition while rows of it are referred to',
    fix: [
      'keep the partitions for ever: no retain',
      'or partition the referring table in the same way, and leave out the foreign key',
      'or refer to a table that is not partitioned, which holds the keys',
    ],
  }
}

/** The default partition also takes rows whose key is NULL, which belong nowhere. */
export const nullableKeyWithDefault: DeclarationRule = ({ id, kind, attributes }, declared) => {
  if (kind !== 'partition-policy') return undefined
  const { schema, table, column, default: hasDefault } = attributes as PartitionPolicyAttributes
  if (!hasDefault) return undefined
  const isNotNull = [...declared.objects.values()].some(({ kind: other, attributes: part }) => isKeyOf(other, part))
  if (isNotNull) return undefined
  return {
    code: 'TM132',
    subject: id,
    what: `${schema}.${table} has a default partition, and its partition key ${column} may be NULL`,
    why: 'rows without a key go to the default partition and stay there for ever',
    fix: [`declare it as notNull()`, 'or leave out the default partition: such rows are then refused'],
  }
  function isKeyOf(other: string, part: object): boolean {
    const key = part as { schema: string; table: string; column?: string; type?: string; columns?: readonly string[] }
    if (key.schema !== schema || key.table !== table) return false
    return other === 'not-null' ? key.column === column : key.type === 'primary key' && key.columns!.includes(column)
  }
}

function typeOf({ objects }: Declared, schema: string, table: string, column: string): string | undefined {
  const found = objects.get(`column ${qualified(schema, table, column)}`) as CatalogObject<{ type: string }> | undefined
  return found?.attributes.type
}
