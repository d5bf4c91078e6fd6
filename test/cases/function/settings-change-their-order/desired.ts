import { fn, sql } from 'tidemark'

export const zone = fn('zone', {
  returns: 'text',
  language: 'sql',
  set: { DateStyle: 'ISO', work_mem: '4MB' },
  body: sql`SELECT 1`,
})
