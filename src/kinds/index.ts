import { columnKind } from './column/column.js'
import { constraintKind } from './constraint/constraint.js'
import { defaultKind } from './default/default.js'
import { indexKind } from './index/index-kind.js'
import { inheritanceKind } from './inheritance/inheritance.js'
import { partitionKind } from './partition/partition.js'
import { notNullKind } from './not-null/not-null.js'
import { functionKind } from './function/function.js'
import { procedureKind } from './procedure/procedure.js'
import { aggregateKind } from './aggregate/aggregate.js'
import { viewKind } from './view/view.js'
import { viewColumnKind } from './view-column/view-column.js'
import { materializedViewKind } from './materialized-view/materialized-view.js'
import { triggerKind } from './trigger/trigger.js'
import { ruleKind } from './rule/rule.js'
import { eventTriggerKind } from './event-trigger/event-trigger.js'
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
  partitionKind,
  inheritanceKind,
  functionKind,
  procedureKind,
  aggregateKind,
  viewKind,
  viewColumnKind,
  materializedViewKind,
  triggerKind,
  ruleKind,
  eventTriggerKind,
])
