import { qualified, quoteIdentifier } from '../../sql/identifier.js'

interface Named {
  readonly schema: string
  readonly name: string
}

/** `ALTER TYPE … SET SCHEMA …` and `RENAME TO …`, as far as they are needed; `what` is such as `TYPE`. */
export const renameStatements =
  (what: string) =>
  (before: Named, after: Named): string[] => [
    ...(before.schema === after.schema
      ? []
      : [`ALTER ${what} ${qualified(before.schema, before.name)} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
    ...(before.name === after.name
      ? []
      : [`ALTER ${what} ${qualified(after.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)}`]),
  ]
