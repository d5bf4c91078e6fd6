import type { Ask } from '../runner/backends.js'
import { policies, tableName, type PartitionAction, type PartitionScope } from './plan.js'

/**
 * Indexes that some partition lacks: of the table, where that was made ON ONLY or a build failed, and of the policy, where
 * the partition is older than the index.
 */
export async function readMissingIndexes(ask: Ask, scope: PartitionScope = {}): Promise<readonly PartitionAction[]> {
  return await ask<PartitionAction>(`
    with child as materialized (
      select ${tableName} as parent, p, i.inhrelid as oid, c.relname as name, n.nspname as schema, n.oid as namespace, c.relkind
        from ${policies(scope)} join pg_inherits i on i.inhparent = tidemark.partition_parent(p) and not i.inhdetachpending
        join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace),
    own as (
      select c.*, tidemark.partition_index_name(c.name, t ->> 'name') as index, null::regclass as parent_index, null::text as definition, t as template
        from child c, jsonb_array_elements((c.p).template -> 'indexes') t
       where not exists (
         select from pg_index x join pg_class xc on xc.oid = x.indexrelid
          where x.indrelid = c.oid and x.indisvalid and xc.relname = tidemark.partition_index_name(c.name, t ->> 'name'))
      union all
      select c.*, tidemark.partition_index_name(c.name, xc.relname), x.indexrelid::regclass, pg_get_indexdef(x.indexrelid), null
        from child c join pg_index x on x.indrelid = tidemark.partition_parent(c.p) and not x.indisvalid
        join pg_class xc on xc.oid = x.indexrelid
       where not exists (
         select from pg_inherits h join pg_index k on k.indexrelid = h.inhrelid
          where h.inhparent = x.indexrelid and k.indrelid = c.oid and k.indisvalid))
    select parent as table, 'index' as action, format('%I.%I', schema, name) as partition, null as from, null as to,
           'index ' || index as reason, null as problem,
           case when exists (select from pg_class where relname = index and relnamespace = namespace)
                then json_build_array(format('DROP INDEX %I.%I', schema, index)) end as prepare,
           case when template is not null then tidemark.partition_index(template, schema, name, relkind <> 'p')
                else regexp_replace(definition, '^CREATE (UNIQUE )?INDEX .* USING ',
                  format('CREATE \\1INDEX %s%I ON %I.%I USING ', case when relkind <> 'p' then 'CONCURRENTLY ' else '' end, index, schema, name))
           end as alone,
           case when parent_index is null then '[]'::json
                else json_build_array(format('ALTER INDEX %s ATTACH PARTITION %I.%I', parent_index, schema, index)) end as statements
      from own order by parent, name, index`)
}
