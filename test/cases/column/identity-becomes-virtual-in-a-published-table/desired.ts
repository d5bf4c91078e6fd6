import { publication, sql, table } from 'tidemark'

export const users = table('users', (c) => ({
  n: c.doublePrecision(),
  computed: c.text().generatedAs(sql`n + 1`, 'virtual'),
}))
export const others = table('others', (c) => ({ id: c.bigint(), computed: c.text().collate('C') }))
export const pub = publication('pub', { tables: 'all' })
