import { quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges } from '../../sql/options.js'
import type { AlterRule, Rules } from '../kind.js'
import { followsParent } from '../partition/attachment.js'
import type { ColumnAttributes } from './column.js'
import { alterColumn, identityClause } from './sql.js'

type Column = ColumnAttributes
const rule = (action: (before: Column, after: Column) => string): AlterRule<Column> => ({
  alter: (before, after) => `${alterColumn(after)} ${action(before, after)}`,
})

/** Kinds of dependents under which PostgreSQL refuses to change the type of a column. */
const inTheWayOfType = new Set([
  'view',
  'materialized-view',
  'rule',
  'policy',
  'trigger',
  'default',
  'function',
  'procedure',
])

const type: AlterRule<Column> = {
  alter: (before, after) => {
    const name = quoteIdentifier(after.name)
    const collation = after.collation === undefined ? '' : ` COLLATE ${after.collation}`
    const using = before.type === after.type ? '' : ` USING ${name}::${after.type}`
    return `${alterColumn(after)} TYPE ${after.type}${collation}${using}`
  },
  disturbs: (dependent, before, after) =>
    inTheWayOfType.has(dependent.kind) ||
    ('generated' in dependent.attributes && dependent.kind === 'column') ||
    ('references' in dependent.attributes && family(before.type) !== family(after.type)),
}

/** Types whose values a foreign key can compare with each other: both sides may change one after the other. */
const family = (type: string): string => {
  const name = type.replace(/\(.*?\)/, '')
  return families[name] ?? name
}
const families: Readonly<Record<string, string>> = {
  smallint: 'integer',
  bigint: 'integer',
  'character varying': 'text',
}

const identity: AlterRule<Column> = {
  alter: (before, after) => {
    if (after.identity === undefined) return `${alterColumn(after)} DROP IDENTITY`
    if (before.identity === undefined) return `${alterColumn(after)} ADD ${identityClause(after.identity)}`
    const { always, start, increment, min, max, cache, cycle, sequence } = after.identity
    const changes = [
      Boolean(always) !== Boolean(before.identity.always) && `SET GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'}`,
      increment !== before.identity.increment && `SET INCREMENT BY ${increment ?? 1}`,
      min !== before.identity.min && (min === undefined ? 'SET NO MINVALUE' : `SET MINVALUE ${min}`),
      max !== before.identity.max && (max === undefined ? 'SET NO MAXVALUE' : `SET MAXVALUE ${max}`),
      start !== before.identity.start && `SET START WITH ${start ?? min ?? 1}`,
      cache !== before.identity.cache && `SET CACHE ${cache ?? 1}`,
      Boolean(cycle) !== Boolean(before.identity.cycle) && `SET ${cycle ? 'CYCLE' : 'NO CYCLE'}`,
    ].filter(Boolean)
    const renamed = sequence !== before.identity.sequence
    return [
      ...(changes.length > 0 ? [`${alterColumn(after)} ${changes.join(' ')}`] : []),
      ...(renamed ? [renameSequence(before, after)] : []),
    ]
  },
}

/** The sequence of an identity column goes by a name of its own. */
function renameSequence(before: Column, after: Column): string {
  const own = (column: Column): string => quoteIdentifier(`${column.table}_${column.name}_seq`)
  const from = before.identity?.sequence ?? `${quoteIdentifier(before.schema)}.${own(before)}`
  const to = after.identity?.sequence?.split('.').at(-1) ?? own(after)
  return `ALTER SEQUENCE ${from} RENAME TO ${to}`
}

const generated: AlterRule<Column> = {
  // A stored expression can be let go in place; every other change computes the values anew.
  possible: (before, after) => before.generated?.kind === 'stored' && after.generated === undefined,
  alter: (_before, after) => `${alterColumn(after)} DROP EXPRESSION`,
}

/** SET STORAGE DEFAULT came with 16; before, the storage of the type has to be named. */
function defaultStorage(type: string, version: number): string {
  if (version >= 160_000) return 'DEFAULT'
  return /^(?:numeric|inet|cidr)\b(?!.*\[\])/.test(type) ? 'MAIN' : 'EXTENDED'
}

/** What a child has from its parent changes with the parent's. */
const ofParent = (own: AlterRule<Column>): AlterRule<Column> => ({
  ...own,
  possible: (before, after, context) =>
    followsParent(before, after, context) || (own.possible?.(before, after, context) ?? true),
  alter: (before, after, context) => (followsParent(before, after, context) ? [] : own.alter(before, after, context)),
})
const typeOfParent = ofParent(type)

export const rules: Rules<ColumnAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  position: 'ignore', // PostgreSQL cannot move a column
  inherited: 'ignore', // comes and goes with the attachment of the table
  local: 'ignore', // PostgreSQL has no command for it
  generated: ofParent(generated),
  type: typeOfParent,
  collation: typeOfParent,
  identity: ofParent(identity),
  storage: {
    alter: (_before, after, { after: { snapshot } }) =>
      `${alterColumn(after)} SET STORAGE ${after.storage?.toUpperCase() ?? defaultStorage(after.type, snapshot.version)}`,
  },
  compression: rule((_before, after) => `SET COMPRESSION ${after.compression ?? 'default'}`),
  statistics: rule((_before, after) => `SET STATISTICS ${after.statistics ?? -1}`),
  options: {
    alter: (before, after) =>
      optionChanges(before.options, after.options).map((change) => `${alterColumn(after)} ${change}`),
  },
}
