import { finding, type Finding } from '../../check/finding.js'
import { exitCodes } from '../../errors/error.js'
import type { Ask } from '../../runner/backends.js'

/** Tables whose adoption was begun and not finished: they take no row from the boundary on. */
export async function boundaryFindings(ask: Ask): Promise<readonly Finding[]> {
  const rows = await ask<{ table: string; boundary: string; days: number }>(`
    SELECT table_name AS table, boundary, extract(epoch FROM boundary::timestamptz - now()) / 86400 AS days
      FROM (SELECT conrelid::regclass::text AS table_name, obj_description(oid, 'pg_constraint') AS boundary
              FROM pg_constraint WHERE conname = 'tidemark_boundary' AND contype = 'c') c
     WHERE boundary ~ '^\\d{4}-' AND boundary::timestamptz < now() + interval '3 days' ORDER BY 1`)
  return rows.map(({ table, boundary, days }) =>
    finding('TM413', exitCodes.partitionsNeglected, {
      subject: `table ${table}`,
      what: `${table} ${days < 0 ? 'has refused' : 'will refuse'} every row from ${boundary} on`,
      why: 'its adoption as the first partition was begun, and the exchange has not happened',
      fix: ['finish it: tidemark up', 'or take it back: tidemark down'],
    }),
  )
}
