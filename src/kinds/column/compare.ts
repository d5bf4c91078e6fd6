import type { Snapshot } from '../../catalog/snapshot.js'
import { optionsChange, statement } from '../../sql/foreign-options.js'
import { optionChanges } from '../../sql/options.js'
import type { AlterContext, AlterRule, Rules } from '../kind.js'
import { isPulledApart } from '../inheritance/pulled-apart.js'
import { followsParent } from '../partition/attachment.js'
import type { ColumnAttributes } from './column.js'
import { generated, isComputedByParent } from './generated.js'
import { identity } from './identity.js'
import { isRenamed, type } from './retype.js'
import { together } from './apart.js'
import { alterColumn, storageOf } from './definition.js'
import { isOfType } from './sql.js'

type Column = ColumnAttributes

/** What a child has from its parent changes with the parent's. */
const ofParent = (
  own: AlterRule<Column>,
  follows: (before: Column, after: Column, context: AlterContext) => boolean = followsParent,
): AlterRule<Column> => ({
  ...own,
  possible: (before, after, context) =>
    follows(before, after, context) || (own.possible?.(before, after, context) ?? true),
  alter: (before, after, context) => (follows(before, after, context) ? [] : own.alter(before, after, context)),
})
const getsTypeOfParent = (before: Column, after: Column, context: AlterContext): boolean =>
  followsParent(before, after, context) && !isPulledApart(after, context.after.snapshot, context.before.snapshot)

const typeOfParent = ofParent(
  type,
  (before, after, context) =>
    isOfType(after, context.after.snapshot, context.before.snapshot) || getsTypeOfParent(before, after, context),
)

/** PostgreSQL sets it in all children too. */
const handedDown = (
  name: 'storage' | 'statistics',
  action: (column: Column, snapshot: Snapshot) => string,
  isDone: (before: Column, after: Column, context: AlterContext) => boolean = () => false,
): AlterRule<Column> => ({
  alter: (before, after, context) =>
    isDone(before, after, context)
      ? []
      : together(name, before, after, context).map((head) => `${head} ${action(after, context.after.snapshot)}`),
})

/** With another type a column gets what is usual for that, and one of a child what it has apart: the type sees to it. */
const comesWithType =
  (name: 'storage' | 'compression') =>
  (before: Column, after: Column, context: AlterContext): boolean =>
    before.type !== after.type &&
    !isRenamed(before, after, context) &&
    (after[name] === undefined || getsTypeOfParent(before, after, context))

export const rules: Rules<ColumnAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  position: 'ignore', // PostgreSQL cannot move a column
  inherited: 'ignore', // comes and goes with the attachment of the table
  local: 'ignore', // PostgreSQL has no command for it
  generated: ofParent(generated, isComputedByParent),
  type: typeOfParent,
  collation: typeOfParent,
  identity: ofParent(identity),
  storage: handedDown(
    'storage',
    (column, snapshot) => `SET STORAGE ${storageOf(column, snapshot)}`,
    comesWithType('storage'),
  ),
  compression: {
    alter: (before, after, context) =>
      comesWithType('compression')(before, after, context)
        ? []
        : `${alterColumn(after)} SET COMPRESSION ${after.compression ?? 'default'}`,
  },
  statistics: handedDown('statistics', ({ statistics }) => `SET STATISTICS ${statistics ?? -1}`),
  options: {
    alter: (before, after) =>
      optionChanges(before.options, after.options).map((change) => `${alterColumn(after)} ${change}`),
  },
  foreignOptions: {
    alter: (before, after) => {
      const change = optionsChange(
        { options: before.foreignOptions ?? [] },
        { options: after.foreignOptions ?? [] },
        after.name,
      )
      return change === undefined ? [] : statement(alterColumn(after), change)
    },
  },
}
