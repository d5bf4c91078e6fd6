import { qualified } from '../../sql/identifier.js'
import type { AlterRule, Rules } from '../kind.js'
import { isPartitioned, isStable } from '../partition/attachment.js'
import { isAttachedAlone, hasParts, lookAgain } from '../partition/index-part.js'
import { cannotStay } from '../partition/reattached.js'
import type { IndexAttributes } from './index-kind.js'
import { options, statistics, tablespace } from './settings.js'

type Index = IndexAttributes

/** A local index that becomes one of the parent's: PostgreSQL takes it when the parent's is made, else it is attached. */
const attachment: AlterRule<Index> = {
  // The part of another one is another index, which may have got its name when that went.
  possible: (before, after) => before.inherited === undefined || after.inherited === undefined,
  alter: (before, after, context) =>
    before.inherited === undefined &&
    (isAttachedAlone('index', after, context.after.snapshot) ||
      (isStable(qualified(after.schema, after.table), context.before.snapshot, context.after.snapshot) &&
        context.before.get(`index ${after.inherited}`) !== undefined))
      ? [`ALTER INDEX ${after.inherited} ATTACH PARTITION ${qualified(after.schema, after.name)}`]
      : [],
}

const invalid: AlterRule<Index> = {
  possible: (before, after, context) =>
    before.invalid === true &&
    isPartitioned(qualified(after.schema, after.table), context.after.snapshot) &&
    hasParts('index', after, context) &&
    !cannotStay('index', before, after, context),
  alter: (before, after, context) => lookAgain('index', before, after, context),
}

export const rules: Rules<IndexAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  inherited: attachment,
  automaticName: 'ignore', // says nothing of the index itself
  formerColumns: 'ignore', // says what happened to it before
  table: 'replace',
  on: 'replace',
  method: 'replace',
  unique: 'replace',
  nullsNotDistinct: 'replace',
  keys: 'replace',
  include: 'replace',
  predicate: 'replace',
  invalid,
  options,
  tablespace,
  statistics,
}
