import { parentsOf } from '../../kinds/partition/attachment.js'
import type { ConstraintAttributes } from '../../kinds/constraint/constraint.js'
import type { Declared } from '../../desired/declared.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import type { DeclarationRule } from './rule.js'

/** `validated` speaks of a check that no parent has. */
export const validatedNothing: DeclarationRule = ({ id, kind, attributes }, declared) => {
  const { schema, table, name, type, inherited } = attributes as ConstraintAttributes
  if (kind !== 'constraint' || type !== 'check' || !inherited) return undefined
  const above = ancestors(qualified(schema, table), declared)
  if (above.some((parent) => declared.objects.has(`constraint ${parent}.${quoteIdentifier(name)}`))) return undefined
  return {
    code: 'TM135',
    subject: id,
    what: `${qualified(schema, table)} says that its rows keep the check ${name} of a parent, and no parent has one`,
    why:
      above.length === 0
        ? 'the table is no partition and inherits from no other'
        : `it comes from ${above.join(', ')}; a check of its own is declared with check(…)`,
    fix: [`leave out validated('${name}')`, 'or declare the check in the parent, with notValid()'],
  }
}

const ancestors = (table: string, declared: Declared): readonly string[] =>
  parentsOf(declared, table).flatMap((parent) => [parent, ...ancestors(parent, declared)])
