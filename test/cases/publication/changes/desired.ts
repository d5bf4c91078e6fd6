import { publication, schema, sql, table } from 'tidemark'

export const a = schema('a')
export const b = schema('b')
export const one = table('one', (c) => ({ id: c.integer().primaryKey(), note: c.text() }))
export const two = table('two', (c) => ({ id: c.integer().primaryKey() }))
export const three = table('three', (c) => ({ id: c.integer().primaryKey() }))
export const some = publication('some', {
  tables: [{ table: one, where: sql`id > 2` }, two, three],
  publish: ['insert', 'update'],
  viaRoot: true,
})
export const bySchema = publication('by_schema', { schemas: [b], tables: [one] })
export const fresh = publication('fresh', { tables: [{ table: one, columns: [one.id] }] })
