import type { Server } from '../database/database.js'

/** Schemas whose objects are never a user's: the system's own, Tidemark's ledger, and where tables wait while they are converted. */
export const userSchema = (alias: string): string =>
  `${alias}.nspname not in ('pg_catalog', 'information_schema', 'tidemark', 'tidemark_new', 'tidemark_old') and ${alias}.nspname !~ '^pg_(toast|temp)'`

/** Kinds of relations that have columns and hold rows, as pg_class.relkind. */
export const tableKinds = `('r', 'p', 'f')`

/** The kind of a relation that is no table, for a query over pg_class `alias`; null for a table. */
export const relationKind = (alias: string): string =>
  `case ${alias}.relkind when 'v' then 'view' when 'm' then 'materialized-view' end`

/** Leaves out partitions that belong to a policy, by the oid of a relation: there may be ten thousand of them. */
export const unowned = (oid: string): string =>
  `${oid} not in (select unnest(string_to_array(current_setting('tidemark.owned'), ',')::oid[]))`

/** Notes, for the queries of one reading, which relations belong to policies: partitions at any depth, and those let go. */
export const noteOwned = ({ policies }: Server): string =>
  policies
    ? `with recursive owned (oid) as (
         select i.inhrelid from tidemark.partition_policy p join pg_inherits i
             on i.inhparent = to_regclass(quote_ident(p.schema_name) || '.' || quote_ident(p.table_name))
         union all select relation from tidemark.former_partition where state <> 'archived'
         union all select i.inhrelid from owned o join pg_inherits i on i.inhparent = o.oid)
       select set_config('tidemark.owned', coalesce(string_agg(oid::text, ','), ''), true) from owned`
    : `select set_config('tidemark.owned', '', true)`
