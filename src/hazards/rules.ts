import { droppedAttribute } from './dropped-attribute.js'
import { droppedColumn } from './dropped-column.js'
import { droppedRole } from './dropped-role.js'
import { droppedTable } from './dropped-table.js'
import type { HazardRule } from './hazard.js'
import { missingValues, newColumnWithoutValues } from './missing-values.js'
import { narrowedType } from './narrowed-type.js'
import { removedValue } from './removed-value.js'

/** Every rule, a line each. */
export const rules: readonly HazardRule[] = [
  droppedTable,
  droppedColumn,
  droppedAttribute,
  newColumnWithoutValues,
  missingValues,
  narrowedType,
  droppedRole,
  removedValue,
]
