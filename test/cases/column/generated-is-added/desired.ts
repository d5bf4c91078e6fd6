import { sql, table } from 'tidemark'

export const prices = table('prices', (c) => ({
  net: c.numeric().notNull(),
  rate: c.numeric().notNull(),
  gross: c.numeric().generatedAs(sql`net * (1 + rate)`),
}))
