import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, Rules } from '../kind.js'
import { isDeclaredToo, isStable, localFlag } from '../partition/attachment.js'
import { isAttachedAlone, hasParts, lookAgain, type NamedPart } from '../partition/index-part.js'
import { options, tablespace } from '../index/settings.js'
import { isExclusion } from '../partition/index-columns.js'
import { cannotStay } from '../partition/reattached.js'
import type { ConstraintAttributes } from './constraint.js'
import { alterTable, definition, validate } from './sql.js'
import { isFromParent, uncheckedAbove } from './valid-alone.js'

type Constraint = ConstraintAttributes

/** A foreign key stands on a key or an index of the other table; on one of another name it has to be made anew. */
const keepsItsKey = ({ schema, table, name }: Constraint, { before, after }: AlterContext): boolean =>
  before
    .dependencies(`constraint ${qualified(schema, table, name)}`)
    .every((id) => !/^(?:constraint|index) /.test(id) || after.get(id) !== undefined)

const deferral: AlterRule<Constraint> = {
  possible: (before, _after, context) => before.type === 'foreign key' && keepsItsKey(before, context),
  alter: (_before, after) =>
    `${alterTable(after)} ALTER CONSTRAINT ${quoteIdentifier(after.name)} ${
      after.deferrable ? `DEFERRABLE INITIALLY ${after.initiallyDeferred ? 'DEFERRED' : 'IMMEDIATE'}` : 'NOT DEFERRABLE'
    }`,
}

const stays = (constraint: Constraint, { before, after }: AlterContext): boolean =>
  isStable(qualified(constraint.schema, constraint.table), before.snapshot, after.snapshot)

const attach = (parent: string, { schema, name }: Constraint): string =>
  `ALTER INDEX ${parent} ATTACH PARTITION ${qualified(schema, name)}`

/** A key that becomes one of the parent's: PostgreSQL takes it when the parent's is made, else it is attached. */
const inherited: AlterRule<Constraint> = {
  possible: (before, after, context) =>
    // A check that the table declares too stays when its parent's goes. An exclusion is not taken over when its table is attached: it would be there twice.
    isExclusion(before) && before.inherited === undefined
      ? stays(after, context)
      : before.type !== 'check' || isDeclaredToo(before) || isDeclaredToo(after) || !stays(after, context),
  alter: (before, after, context) => {
    const isAlone = isAttachedAlone('constraint', after as NamedPart, context.after.snapshot)
    const parent = (isAlone ? context.after : context.before).get(`constraint ${after.inherited}`)
    if (before.inherited !== undefined || parent === undefined || after.type === 'foreign key') return []
    const { schema, name } = parent.attributes as Constraint
    return isAlone || stays(after, context) ? [attach(qualified(schema, name), after)] : []
  },
}

const attachment: AlterRule<Constraint> = {
  alter: (before, after, context) =>
    before.attachedTo === undefined &&
    stays(after, context) &&
    context.before.get(`index ${after.attachedTo}`) !== undefined
      ? [attach(after.attachedTo!, after)]
      : [],
}

const invalid: AlterRule<Constraint> = {
  possible: (before, after, context) =>
    before.invalid === true &&
    hasParts('constraint', after as NamedPart, context) &&
    !cannotStay('constraint', before, after, context),
  alter: (before, after, context) => lookAgain('constraint', before as NamedPart, after as NamedPart, context),
}

const notValid: AlterRule<Constraint> = {
  // That a child's rows were looked at is no harm where it is not asked for: PostgreSQL makes it so in each that comes later.
  differs: (before, after) => !(isFromParent(before) && isFromParent(after) && !before.notValid && after.notValid),
  possible: (before, after, context) =>
    isFromParent(after) || (before.notValid === true && keepsItsKey(before, context)),
  // In a child alone it can only be taken back with the parent's.
  instead: (before, after, context) =>
    before.notValid || !isFromParent(after) ? undefined : uncheckedAbove(after, context.after.snapshot)[0],
  alter: (before, after) => (before.notValid ? validate(after) : []),
}

const notEnforced: AlterRule<Constraint> = {
  // Where ADD CONSTRAINT enforces that of a table that has it from its parent, the children of the table stay as they are.
  differs: (before, after) => ![before, after].every((side) => isFromParent(side) && !isDeclaredToo(side)),
  possible: () => false,
  alter: () => [],
}

export const rules: Rules<ConstraintAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  inherited,
  local: localFlag((constraint) => `${alterTable(constraint)} ADD ${definition(constraint)}`),
  merged: 'ignore', // PostgreSQL has no command for it
  automaticName: 'ignore', // says nothing of the constraint itself
  formerColumns: 'ignore', // says what happened to it before
  attachedTo: attachment,
  invalid,
  type: 'replace',
  columns: 'replace',
  include: 'replace',
  nullsNotDistinct: 'replace',
  period: 'replace',
  references: 'replace',
  expression: 'replace',
  noInherit: 'replace',
  method: 'replace',
  elements: 'replace',
  predicate: 'replace',
  options,
  tablespace,
  deferrable: deferral,
  initiallyDeferred: deferral,
  notEnforced,
  notValid,
}
