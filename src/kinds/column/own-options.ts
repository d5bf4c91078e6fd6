/**
 * The options of a column as sorted JSON, for a query over pg_attribute `alias`. Servers of the minor releases of November 2026
 * on (15.20) keep a version of each column's type among them, which is theirs: SET and RESET pass over it.
 */
export const ownOptions = (alias: string): string => `
  case when cardinality(${alias}.attoptions) > 1 or ${alias}.attoptions[1] not like '${versionOfType}'
       then (select json_agg(o order by o) from unnest(${alias}.attoptions) o where o not like '${versionOfType}') end`

const versionOfType = String.raw`pg\_attver=%`
