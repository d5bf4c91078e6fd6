import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { equal } from '../../catalog/json.js'
import { qualified } from '../../sql/identifier.js'
import type { AlterContext } from '../kind.js'
import type { TriggerAttributes } from '../trigger/trigger.js'
import type { ColumnAttributes } from './column.js'

const found = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>()

const seesNewRow = ({ attributes }: CatalogObject): boolean => {
  const { timing, when = '' } = attributes as TriggerAttributes
  return timing === 'before' && /\bnew\.\*/i.test(when)
}

function triggersByTable(own: Snapshot): ReadonlyMap<string, readonly string[]> {
  const known = found.get(own)
  if (known !== undefined) return known
  const result = new Map<string, string[]>()
  for (const object of own.objects.values()) {
    if (object.kind !== 'trigger' || !seesNewRow(object)) continue
    const { schema, table } = object.attributes as TriggerAttributes
    const id = qualified(schema, table)
    result.set(id, [...(result.get(id) ?? []), object.id])
  }
  found.set(own, result)
  return result
}

/**
 * A trigger that fires before a row is written and asks for all of it (`WHEN (OLD.* IS DISTINCT FROM NEW.*)`) cannot be made on a table
 * with a column that is computed only then; such a column can be added below it. Ids of the triggers.
 */
export const triggersBefore = ({ schema, table, generated }: ColumnAttributes, own: Snapshot): readonly string[] =>
  generated === undefined ? [] : (triggersByTable(own).get(qualified(schema, table)) ?? [])

/** Whether such a trigger is made while the column is there, on the way there or on the way back. */
export const isBelowNewTrigger = (column: ColumnAttributes, { before, after }: AlterContext): boolean =>
  [before, after]
    .flatMap(({ snapshot }) => triggersBefore(column, snapshot))
    .some((id) => !equal(before.get(id)?.attributes, after.get(id)?.attributes))
