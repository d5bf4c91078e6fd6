import { enumType, sql, table } from 'tidemark'

export const thing = enumType('thing', ['1', '2'])
export const t = table('t', (c) => ({ id: c.integer(), more: c.integer().generatedAs(sql`id + 1`) }))
