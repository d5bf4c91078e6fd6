import { table } from 'tidemark'

export const orders = table('orders', (c) => ({ id: c.integer() }))
