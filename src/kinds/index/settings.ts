import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionChanges, sameOptions } from '../../sql/options.js'
import type { AlterRule } from '../kind.js'
import { isPartitioned } from '../partition/attachment.js'

/** What can be set of an index that is there, or of the index behind a key. */
export interface IndexSettings {
  /** Storage parameters: `fillfactor=70`. */
  readonly options?: readonly string[]
  readonly tablespace?: string
  /** Statistics targets of expression keys, by key number from 1. */
  readonly statistics?: Readonly<Record<string, number>>
}

interface Index extends IndexSettings {
  readonly schema: string
  readonly table: string
  readonly name: string
}

export const alterIndex = ({ schema, name }: Pick<Index, 'schema' | 'name'>): string =>
  `ALTER INDEX ${qualified(schema, name)}`

const tableOf = ({ schema, table }: Index): string => qualified(schema, table)

const optionStatements = (before: IndexSettings, after: Index): string[] =>
  optionChanges(before.options, after.options).map((change) => `${alterIndex(after)} ${change}`)

const tablespaceStatement = (after: Index): string =>
  `${alterIndex(after)} SET TABLESPACE ${quoteIdentifier(after.tablespace ?? 'pg_default')}`

const allKeys = (...settings: readonly IndexSettings[]): string[] => [
  ...new Set(settings.flatMap(({ statistics = {} }) => Object.keys(statistics))),
]

export const setStatistics = (index: Index, key: string, alter = alterIndex(index)): string =>
  `${alter} ALTER COLUMN ${key} SET STATISTICS ${index.statistics?.[key] ?? -1}`

/**
 * What leads from the settings of a parent's index to those of a part that PostgreSQL has made like it. Whether a part has got the
 * statistics targets depends on which came first: they are said in any case.
 */
export const settingStatements = (parent: IndexSettings, part: Index): string[] => [
  ...optionStatements(parent, part),
  ...(parent.tablespace === part.tablespace ? [] : [tablespaceStatement(part)]),
  ...allKeys(parent, part).map((key) => setStatistics(part, key)),
]

export const options: AlterRule<Index> = {
  differs: (before, after) => !sameOptions(before.options, after.options),
  // Of an index on a partitioned table PostgreSQL alters no storage parameter.
  possible: (_before, after, { after: side }) => !isPartitioned(tableOf(after), side.snapshot),
  alter: optionStatements,
}

export const tablespace: AlterRule<Index> = { alter: (_before, after) => tablespaceStatement(after) }

export const statistics: AlterRule<Index> = {
  alter: (before, after, context) => {
    // Partitions' parts have targets of their own, which ALTER INDEX would change as well.
    const alter = isPartitioned(tableOf(after), context.after.snapshot)
      ? `ALTER TABLE ONLY ${qualified(after.schema, after.name)}`
      : alterIndex(after)
    return allKeys(before, after)
      .filter((key) => before.statistics?.[key] !== after.statistics?.[key])
      .map((key) => setStatistics(after, key, alter))
  },
}
