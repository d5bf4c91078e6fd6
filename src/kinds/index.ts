import { columnKind } from './column/column.js'
import { constraintKind } from './constraint/constraint.js'
import { defaultKind } from './default/default.js'
import { indexKind } from './index/index-kind.js'
import { notNullKind } from './not-null/not-null.js'
import { functionKind } from './function/function.js'
import { procedureKind } from './procedure/procedure.js'
import { Kinds } from './registry.js'
import { schemaKind } from './schema/schema.js'
import { tableKind } from './table/table.js'

/** Every kind of object that Tidemark knows, in the order in which unrelated ones are created. */
export const kinds = new Kinds([
  schemaKind,
  tableKind,
  columnKind,
  defaultKind,
  notNullKind,
  constraintKind,
  indexKind,
  functionKind,
  procedureKind,
])
