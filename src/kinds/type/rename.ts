import { qualified, quoteIdentifier } from '../../sql/identifier.js'

interface Named {
  readonly schema: string
  readonly name: string
}

/** `ALTER TYPE … SET SCHEMA …` and `RENAME TO …`, as far as they are needed; `what` is such as `TYPE`, `args` of a function. */
export const renameStatements =
  (what: string, args = '') =>
  (before: Named, after: Named): string[] => [
    ...(before.schema === after.schema
      ? []
      : [`ALTER ${what} ${qualified(before.schema, before.name)}${args} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
    ...(before.name === after.name
      ? []
      : [`ALTER ${what} ${qualified(after.schema, before.name)}${args} RENAME TO ${quoteIdentifier(after.name)}`]),
  ]
