import type { Server } from '../database/database.js'

/** Schemas whose objects are never a user's: the system's own, Tidemark's ledger, and where tables wait while they are converted. */
export const userSchema = (alias: string): string =>
  `${alias}.nspname not in ('pg_catalog', 'information_schema', 'tidemark', 'tidemark_new', 'tidemark_old') and ${alias}.nspname !~ '^pg_(toast|temp)'`

/** Kinds of relations that have columns and hold rows, as pg_class.relkind. */
export const tableKinds = `('r', 'p', 'f')`

/** The kind of a relation that is no table, for a query over pg_class `alias`; null for a table. */
export const relationKind = (alias: string): string =>
  `case ${alias}.relkind when 'v' then 'view' when 'm' then 'materialized-view' end`

/**
 * Leaves out partitions that belong to a policy, by the oid of a relation. Where there are ten thousand of them, it names the few
 * others instead: the server then looks these up, and scans no catalog.
 */
export const unowned = (oid: string, { mostlyOwned }: Server): string =>
  mostlyOwned ? `${oid} = any (${noted})` : `${oid} not in (select unnest(${noted}))`

const noted = `string_to_array(current_setting('tidemark.relations'), ',')::oid[]`

/** Notes, for the queries of one reading, that no relation belongs to a policy. */
export const noteNone = `select set_config('tidemark.relations', '', true)`

/** Notes which relations belong to policies (partitions at any depth, and those let go), or the others where these are few. */
export const noteOwned = `
  with recursive owned (oid) as (
    select i.inhrelid from tidemark.partition_policy p join pg_inherits i
        on i.inhparent = to_regclass(quote_ident(p.schema_name) || '.' || quote_ident(p.table_name))
    union all select relation from tidemark.former_partition where state <> 'archived'
    union all select i.inhrelid from owned o join pg_inherits i on i.inhparent = o.oid),
  relations as (
    select c.oid, o.oid is not null as owned
      from pg_class c left join (select distinct oid from owned) o on o.oid = c.oid
     where c.oid >= 16384 and c.relkind not in ('i', 'I', 't')),
  counted as (select count(*) filter (where not owned) <= least(500, count(*) / 10) as mostly from relations)
  select mostly, set_config('tidemark.relations', coalesce(string_agg(r.oid::text, ',') filter (where r.owned <> mostly), ''), true)
    from counted left join relations r on true group by mostly`
