import { userSchema } from '../../catalog/scope.js'
import type { Introspection } from '../kind.js'
import type { SchemaAttributes } from './schema.js'

interface Row {
  oid: number
  name: string
}

export const introspection: Introspection<SchemaAttributes, Row> = {
  query: () => `select n.oid, n.nspname as name from pg_namespace n where ${userSchema('n')}`,
  read: ({ oid, name }) => ({ catalog: 'pg_namespace', oid, attributes: { name } }),
}
