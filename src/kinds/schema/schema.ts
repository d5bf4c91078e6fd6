import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { introspection } from './introspect.js'
import { render } from './render.js'

export interface SchemaAttributes {
  readonly name: string
}

/** A schema (Manual, CREATE SCHEMA). Every database is born with `public`. */
export const schemaKind = defineKind<SchemaAttributes, never>({
  name: 'schema',
  introspection,
  rules: { name: 'ignore' },
  // Only a name: to say it twice is to say it once.
  merge: (first) => first,
  identity: ({ name }) => quoteIdentifier(name),
  sql: {
    create: ({ name }) => `CREATE SCHEMA ${quoteIdentifier(name)}`,
    drop: ({ name }) => `DROP SCHEMA ${quoteIdentifier(name)}`,
    rename: (before, after) => `ALTER SCHEMA ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: ({ name }) => `SCHEMA ${quoteIdentifier(name)}`,
  },
  render,
})
