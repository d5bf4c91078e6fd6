import { grant, role, schema, sql, table, view } from 'tidemark'

export const reader = role('case_reader')
export const app = schema('app')
export const one = table(app('one'), (c) => ({ id: c.integer() }))
export const two = view(app('two'), sql`SELECT 1 AS id`)
export const reading = grant(reader).onAllTables(app).to('select')
