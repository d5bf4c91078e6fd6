import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import type { EnabledState, TriggerAttributes } from './trigger.js'

type Trigger = TriggerAttributes

const stateWords = {
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
  origin: 'ENABLE',
} as const

/** ALTER TABLE … ENABLE TRIGGER, or the like. */
export const setEnabled = ({ schema, table, name, on }: Trigger, state: EnabledState | undefined): string =>
  `ALTER ${on === 'foreign-table' ? 'FOREIGN TABLE' : 'TABLE'} ${qualified(schema, table)} ` +
  `${stateWords[state ?? 'origin']} TRIGGER ${quoteIdentifier(name)}`

const eventText = ({ events = [], columns }: Trigger): string =>
  events
    .map((event) =>
      event === 'update' && columns !== undefined
        ? `UPDATE OF ${columns.map(quoteIdentifier).join(', ')}`
        : event.toUpperCase(),
    )
    .join(' OR ')

function create(trigger: Trigger): string {
  const { schema, table, name, timing = 'after', oldTable, newTable, deferrable } = trigger
  const transitions = [
    oldTable && `OLD TABLE AS ${quoteIdentifier(oldTable)}`,
    newTable && `NEW TABLE AS ${quoteIdentifier(newTable)}`,
  ]
  const named = transitions.filter(Boolean)
  const details = [
    trigger.from && `FROM ${trigger.from}`,
    deferrable && `DEFERRABLE INITIALLY ${trigger.initiallyDeferred ? 'DEFERRED' : 'IMMEDIATE'}`,
    named.length > 0 && `REFERENCING ${named.join(' ')}`,
    `FOR EACH ${trigger.row ? 'ROW' : 'STATEMENT'}`,
    trigger.when && `WHEN (${trigger.when})`,
    `EXECUTE FUNCTION ${trigger.function}(${(trigger.arguments ?? []).map(quoteLiteral).join(', ')})`,
  ]
  const word = trigger.constraint ? 'CONSTRAINT TRIGGER' : 'TRIGGER'
  const head = `CREATE ${word} ${quoteIdentifier(name)} ${timing.toUpperCase()} ${eventText(trigger)} ON ${qualified(schema, table)}`
  return `${head}\n${details.filter(Boolean).join(' ')}`
}

const onTable = ({ schema, table, name }: Trigger): string => `${quoteIdentifier(name)} ON ${qualified(schema, table)}`

export const sql: Kind<Trigger>['sql'] = {
  create: (trigger) =>
    trigger.inherited
      ? setEnabled(trigger, trigger.enabled)
      : [create(trigger), ...(trigger.enabled === undefined ? [] : [setEnabled(trigger, trigger.enabled)])],
  drop: (trigger) =>
    trigger.inherited ? setEnabled(trigger, trigger.originalEnabled) : `DROP TRIGGER ${onTable(trigger)}`,
  rename: (before, after) =>
    `ALTER TRIGGER ${onTable({ ...after, name: before.name })} RENAME TO ${quoteIdentifier(after.name)}`,
  reference: (trigger) => `TRIGGER ${onTable(trigger)}`,
}
