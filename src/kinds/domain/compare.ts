import { quoteIdentifier } from '../../sql/identifier.js'
import type { AlterRule, Rules } from '../kind.js'
import { conversion } from '../type/conversion.js'
import { inTheWayOfRebuild } from '../type/disturbs.js'
import { rebuild } from '../type/rebuild.js'
import type { DomainAttributes } from './domain.js'
import { alterDomain, domainName, notNullName } from './sql.js'

type Domain = DomainAttributes

const base: AlterRule<Domain> = {
  alter: (before, after, context) => {
    return rebuild('domain', before, after, context, {
      // By way of the old base type, so that PostgreSQL converts numbers as numbers.
      value: ({ name, type }) => {
        const column = quoteIdentifier(name)
        if (type !== domainName(after)) return `${column}::text::${type}`
        const value = `${column}::${before.type}`
        return `${conversion(`(${value})`, before.type, after.type) ?? value}::${type}`
      },
    })
  },
  disturbs: (dependent) => inTheWayOfRebuild(dependent),
}

export const rules: Rules<DomainAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  type: base,
  collation: base,
  default: {
    alter: (_before, after) =>
      `${alterDomain(after)} ${after.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${after.default}`}`,
  },
  notNull: {
    alter: (before, after) => {
      if (!after.notNull) return `${alterDomain(before)} DROP NOT NULL`
      if (after.notNullName === undefined) return `${alterDomain(after)} SET NOT NULL`
      return `${alterDomain(after)} ADD CONSTRAINT ${notNullName(after)} NOT NULL`
    },
  },
  notNullName: {
    alter: (before, after) =>
      before.notNull && after.notNull
        ? `${alterDomain(after)} RENAME CONSTRAINT ${notNullName(before)} TO ${notNullName(after)}`
        : [],
  },
}
