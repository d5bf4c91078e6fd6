import { schema, table } from 'tidemark'

const app = schema('app')

export const users = table(app('users'), (c) => ({ id: c.integer().primaryKey() }))
