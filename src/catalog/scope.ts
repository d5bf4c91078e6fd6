/** Schemas whose objects are never a user's: the system's own, and Tidemark's ledger. */
export const userSchema = (alias: string): string =>
  `${alias}.nspname not in ('pg_catalog', 'information_schema', 'tidemark') and ${alias}.nspname !~ '^pg_(toast|temp)'`

/** Kinds of relations that have columns and hold rows, as pg_class.relkind. */
export const tableKinds = `('r', 'p', 'f')`

/** The kind of a relation that is no table, for a query over pg_class `alias`; null for a table. */
export const relationKind = (alias: string): string =>
  `case ${alias}.relkind when 'v' then 'view' when 'm' then 'materialized-view' end`
