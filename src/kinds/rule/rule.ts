import { relationKind, userSchema } from '../../catalog/scope.js'
import { unwrap } from '../../sql/expression.js'
import { rereadable } from '../../sql/rereadable.js'
import { topLevelIndex } from '../../sql/scan.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'
import { relationId, type OnRelation, type OtherRelation } from '../relation.js'
import { render } from './render.js'

export type RuleEvent = 'insert' | 'update' | 'delete' | 'select'

export interface RuleAttributes extends OnRelation {
  readonly name: string
  readonly event: RuleEvent
  /** WHERE. */
  readonly condition?: string
  /** DO INSTEAD, not DO ALSO. */
  readonly instead?: boolean
  /** A command, several in parentheses, or NOTHING. */
  readonly command: string
  /** When it fires with regard to session_replication_role; `origin` is left out. */
  readonly enabled?: 'disabled' | 'replica' | 'always'
}

type Rule = RuleAttributes

interface Row {
  oid: number
  schema: string
  table: string
  on: OtherRelation | null
  name: string
  event: string
  instead: boolean
  definition: string
  /** How many characters of the definition stand before its WHERE or DO. */
  head: number
  enabled: string
}

const events: Record<string, RuleEvent> = { '1': 'select', '2': 'update', '3': 'insert', '4': 'delete' }
const states: Record<string, Rule['enabled']> = { D: 'disabled', R: 'replica', A: 'always' }
const stateWords = {
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
  origin: 'ENABLE',
} as const

const onTable = ({ schema, table, name }: Rule): string => `${quoteIdentifier(name)} ON ${qualified(schema, table)}`

const setEnabled = ({ schema, table, name, enabled }: Rule): string =>
  `ALTER TABLE ${qualified(schema, table)} ${stateWords[enabled ?? 'origin']} RULE ${quoteIdentifier(name)}`

function create({ schema, table, name, event, condition, instead, command }: Rule, replace: boolean): string {
  const head = `CREATE ${replace ? 'OR REPLACE ' : ''}RULE ${quoteIdentifier(name)} AS ON ${event.toUpperCase()} TO ${qualified(schema, table)}`
  const where = condition === undefined ? '' : ` WHERE ${condition}`
  return `${head}${where}\nDO ${instead ? 'INSTEAD' : 'ALSO'} ${command}`
}

const replaced: AlterRule<Rule> = { alter: (_before, after) => create(after, true) }

/** `WHERE (…) DO INSTEAD …` taken apart. */
function takenApart(text: string): { condition?: string; command: string } {
  // A command such as NOTIFY stands on a line of its own, and such a rule has no condition.
  const at = Math.max(topLevelIndex(text, ' DO '), topLevelIndex(text, ' DO\n'))
  const where = text.slice(0, at).trim()
  const command = text
    .slice(at + ' DO '.length)
    .replace(/^INSTEAD /, '')
    .replace(/;\s*$/, '')
    .trim()
  return { ...(where !== '' && { condition: unwrap(where.replace(/^WHERE /, '')) }), command: rereadable(command) }
}

/** A rewrite rule of a table or view (Manual, CREATE RULE); the one that makes a view a view is no object of its own. */
export const ruleKind = defineKind<RuleAttributes, Row>({
  name: 'rule',
  introspection: {
    query: () => `
      select r.oid, n.nspname as schema, c.relname as table, ${relationKind('c')} as on, r.rulename as name, r.ev_type as event,
             r.is_instead as instead, pg_get_ruledef(r.oid) as definition, r.ev_enabled as enabled,
             length('CREATE RULE ' || quote_ident(r.rulename) || E' AS\\n    ON ' ||
                    case r.ev_type when '1' then 'SELECT' when '2' then 'UPDATE' when '3' then 'INSERT' else 'DELETE' end ||
                    ' TO ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)) as head
        from pg_rewrite r
        join pg_class c on c.oid = r.ev_class
        join pg_namespace n on n.oid = c.relnamespace
       where r.rulename <> '_RETURN' and ${userSchema('n')}`,
    read: ({ oid, on, event, definition, head, enabled, ...row }) => ({
      catalog: 'pg_rewrite',
      oid,
      attributes: {
        ...row,
        ...(on !== null && { on }),
        event: events[event]!,
        ...takenApart([...definition].slice(head).join('')),
        ...(states[enabled] && { enabled: states[enabled] }),
      },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    name: 'ignore', // part of the id
    on: 'replace',
    event: replaced,
    condition: replaced,
    instead: replaced,
    command: replaced,
    enabled: { alter: (_before, after) => setEnabled(after) },
  },
  identity: ({ schema, table, name }) => qualified(schema, table, name),
  rows: () => 'away',
  parent: relationId,
  sql: {
    create: (rule) => [create(rule, false), ...(rule.enabled === undefined ? [] : [setEnabled(rule)])],
    drop: (rule) => `DROP RULE ${onTable(rule)}`,
    rename: (before, after) =>
      `ALTER RULE ${onTable({ ...after, name: before.name })} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: (rule) => `RULE ${onTable(rule)}`,
  },
  render,
})
