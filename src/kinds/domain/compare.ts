import { quoteIdentifier } from '../../sql/identifier.js'
import type { AlterContext, AlterRule, Rules, Statements } from '../kind.js'
import { conversion } from '../type/conversion.js'
import { inTheWayOfRebuild } from '../type/disturbs.js'
import { nameMeanwhile } from '../type/moves-along.js'
import { rebuild } from '../type/rebuild.js'
import type { DomainAttributes } from './domain.js'
import { isMadeAnew, isMadeOf, isMadeWithBase } from './made-anew.js'
import { alterDomain, domainName, notNullName } from './sql.js'

type Domain = DomainAttributes

const base: AlterRule<Domain> = {
  alter: (before, wanted, context) => {
    if (!isMadeAnew(before, wanted, context)) return []
    const id = `domain ${domainName(wanted)}`
    const after = { ...wanted, type: nameMeanwhile(id, wanted.type, context.after, context) }
    return rebuild('domain', before, after, context, {
      value: ({ name, type }) => {
        const column = quoteIdentifier(name)
        const list = type.endsWith('[]') ? '[]' : ''
        const of = list === '' ? type : type.slice(0, -2)
        // A value within a row or a list can only be read as text; by way of the base types, numbers stay numbers.
        if (!isMadeOf(of, domainName(after), context.meanwhile)) return `${column}::text::${type}`
        const [from, to] = [nameMeanwhile(id, before.type, context.before, context) + list, after.type + list]
        const value = `${column}::${from}`
        if (from === to) return `${value}::${type}`
        return `${conversion(`(${value})`, from, to) ?? `${value}::${to}`}::${type}`
      },
    })
  },
  disturbs: (dependent, before, after, context) =>
    isMadeAnew(before, after, context) && inTheWayOfRebuild(dependent, context),
}

/** A domain that is made anew has everything as it is to be. */
const inPlace = (alter: (before: Domain, after: Domain, context: AlterContext) => Statements): AlterRule<Domain> => ({
  alter: (before, after, context) => (isMadeAnew(before, after, context) ? [] : alter(before, after, context)),
})

export const rules: Rules<DomainAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  type: base,
  collation: base,
  default: inPlace((_before, after, context) =>
    isMadeWithBase(after, context)
      ? []
      : `${alterDomain(after)} ${after.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${after.default}`}`,
  ),
  notNull: inPlace((before, after) => {
    if (!after.notNull) return `${alterDomain(before)} DROP NOT NULL`
    if (after.notNullName === undefined) return `${alterDomain(after)} SET NOT NULL`
    return `${alterDomain(after)} ADD CONSTRAINT ${notNullName(after)} NOT NULL`
  }),
  notNullName: inPlace((before, after) =>
    before.notNull && after.notNull
      ? `${alterDomain(after)} RENAME CONSTRAINT ${notNullName(before)} TO ${notNullName(after)}`
      : [],
  ),
}
