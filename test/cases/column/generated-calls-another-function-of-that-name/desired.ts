import { arg, fn, sql, table, view } from 'tidemark'

export const tax = fn('tax', {
  args: { amount: 'numeric', rate: arg('numeric', { default: sql`0.2` }), extra: arg('integer', { default: sql`0` }) },
  returns: 'numeric',
  volatility: 'immutable',
  body: sql`SELECT amount * rate + extra`,
})
export const sales = table('sales', (c) => ({
  id: c.integer().primaryKey(),
  amount: c.numeric(),
  tax: c.numeric().generatedAs(sql`tax(amount, 0.1)`),
}))
export const taxes = view('taxes', sql`SELECT id, tax FROM sales`)
