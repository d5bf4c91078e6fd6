import { check, domain, fn, index, sql, table, view } from 'tidemark'

export const amount = domain('amount', (c) => c.bigint().notNull().default(1), {
  checks: [check('amount_check', sql`VALUE > 0`)],
})

export const price = domain('price', (c) => c.type(amount))

export const twice = fn('twice', { args: [amount], returns: 'bigint', language: 'sql', body: sql`SELECT $1 * 2` })

export const orders = table(
  'orders',
  (c) => ({ amount: c.type(amount), amounts: c.type(amount).array(), price: c.type(price) }),
  (t) => ({ indexes: [index('orders_amount_idx').on(t.amount)] }),
)

export const amounts = view('amounts', sql`SELECT amount FROM orders`)
