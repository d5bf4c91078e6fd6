import type { AlterRule, Rules } from '../kind.js'
import { setEnabled } from './sql.js'
import type { TriggerAttributes } from './trigger.js'

const enabled: AlterRule<TriggerAttributes> = {
  alter: (_before, after) => setEnabled(after, after.enabled),
  // The state goes on to the copies of partitions, also to those that had one of their own.
  disturbs: (dependent) => dependent.kind === 'trigger',
}

export const rules: Rules<TriggerAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  original: 'ignore', // follows from the partition
  originalEnabled: 'ignore', // follows from the original
  on: 'replace',
  timing: 'replace',
  events: 'replace',
  columns: 'replace',
  row: 'replace',
  when: 'replace',
  oldTable: 'replace',
  newTable: 'replace',
  function: 'replace',
  arguments: 'replace',
  constraint: 'replace',
  deferrable: 'replace',
  initiallyDeferred: 'replace',
  from: 'replace',
  inherited: 'replace',
  enabled,
}
