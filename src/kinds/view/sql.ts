import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { optionList } from '../../sql/options.js'
import type { Kind } from '../kind.js'
import type { ViewAttributes } from './view.js'

/** CREATE VIEW or CREATE OR REPLACE VIEW. */
export function create(
  { schema, name, definition, options }: ViewAttributes,
  { replace }: { replace: boolean },
): string {
  const head = `CREATE ${replace ? 'OR REPLACE ' : ''}VIEW ${qualified(schema, name)}`
  return `${head}${options === undefined ? '' : ` WITH ${optionList(options)}`} AS\n${definition}`
}

/** Statements that give a relation another name or schema. */
export function renameRelation(
  word: string,
  before: { schema: string; name: string },
  after: { schema: string; name: string },
): string[] {
  const moved = qualified(after.schema, before.name)
  return [
    ...(before.schema === after.schema
      ? []
      : [`ALTER ${word} ${qualified(before.schema, before.name)} SET SCHEMA ${quoteIdentifier(after.schema)}`]),
    ...(before.name === after.name ? [] : [`ALTER ${word} ${moved} RENAME TO ${quoteIdentifier(after.name)}`]),
  ]
}

export const sql: Kind<ViewAttributes>['sql'] = {
  create: (view) => create(view, { replace: false }),
  drop: ({ schema, name }) => `DROP VIEW ${qualified(schema, name)}`,
  rename: (before, after) => renameRelation('VIEW', before, after),
  reference: ({ schema, name }) => `VIEW ${qualified(schema, name)}`,
}
