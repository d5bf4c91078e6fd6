import type { ForeignOptions } from '../../sql/foreign-options.js'
import type { TableAttributes } from './table.js'

/** The options of a foreign table. */
export const foreignOptionsOf = ({
  foreignOptions,
  foreignSecrets,
  foreignVariables,
}: TableAttributes): ForeignOptions => ({
  ...(foreignOptions && { options: foreignOptions }),
  ...(foreignSecrets && { secrets: foreignSecrets }),
  ...(foreignVariables && { variables: foreignVariables }),
})
