import type { CatalogReading } from '../catalog/read.js'

/** Partitions that a policy wants and that are not there, by table. */
export interface MissingPartitions {
  readonly table: string
  readonly partitions: readonly string[]
}

/** What each policy wants for now and its premake; nothing where no table has a policy. */
export async function missingPartitions(reading: CatalogReading): Promise<readonly MissingPartitions[]> {
  if (![...reading.snapshot.objects.values()].some(({ kind }) => kind === 'partition-policy')) return []
  const rows = await reading.query(`
    select quote_ident(p.schema_name) || '.' || quote_ident(p.table_name) as table,
           (select json_agg(m.partition order by m.lower_bound) from tidemark.missing_partitions(p) m) as partitions
      from tidemark.partition_policy p
     where to_regclass(quote_ident(p.schema_name) || '.' || quote_ident(p.table_name)) is not null`)
  return (rows as unknown as MissingPartitions[]).filter(({ partitions }) => partitions !== null)
}
