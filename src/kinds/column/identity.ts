import { defaultName } from '../../sql/default-name.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { afterCreate } from '../default-privilege/after-create.js'
import type { AlterRule, SqlContext, Statement } from '../kind.js'
import { moveIntoBounds, optionChanges, resolved } from '../sequence/options.js'
import type { ColumnAttributes, IdentityOptions } from './column.js'
import { alterColumn, identityClause } from './definition.js'

type Column = ColumnAttributes

/** The qualified name of the sequence behind an identity column. */
export const identitySequence = ({ schema, table, name, identity }: Column): string =>
  identity?.sequence ?? qualified(schema, defaultName([table, name], 'seq'))

/** Values that are there are not given out again. */
function goOn(column: Column, identity: IdentityOptions): string {
  const { schema, table, name, type } = column
  const { start, increment } = resolved(identity, type)
  const own = quoteIdentifier(name)
  const [last, compare] = increment > 0n ? [`max(${own})`, '>='] : [`min(${own})`, '<=']
  const sequence = `pg_get_serial_sequence(${quoteLiteral(qualified(schema, table))}, ${quoteLiteral(name)})`
  return `SELECT setval(${sequence}, ${last}) FROM ${qualified(schema, table)} HAVING ${last} ${compare} ${start}`
}

function change(before: Column, after: Column, from: IdentityOptions, to: IdentityOptions): string[] {
  // A new type of the column is one of the sequence already.
  const { changes, restart } = optionChanges({ ...from, type: after.type }, { ...to, type: after.type })
  const words = [
    Boolean(from.always) !== Boolean(to.always) && `GENERATED ${to.always ? 'ALWAYS' : 'BY DEFAULT'}`,
    ...changes,
  ].flatMap((item) => (item ? [`SET ${item}`] : []))
  const name = identitySequence(before)
  const renamed = identitySequence(after)
  return [
    ...moveIntoBounds(name, { ...from, type: after.type }, { ...to, type: after.type }),
    ...(words.length > 0 ? [`${alterColumn(after)} ${words.join(' ')}${restart ? ' RESTART' : ''}`] : []),
    ...(name === renamed ? [] : [`ALTER SEQUENCE ${name} RENAME TO ${lastPart(renamed)}`]),
  ]
}

const lastPart = (name: string): string => /(?:"(?:[^"]|"")+"|[^."]+)$/.exec(name)![0]

/** Bounds of its own that the sequence of an identity column has to give up before its type becomes narrower. */
export function boundsFirst(before: Column, after: Column): string[] {
  if (before.identity === undefined || after.identity === undefined) return []
  const { min, max } = before.identity
  if (min === undefined && max === undefined) return []
  const from = { ...before.identity, type: before.type }
  const to = resolved(after.identity, after.type)
  const within = { ...before.identity, type: before.type, start: `${to.start}`, min: `${to.min}`, max: `${to.max}` }
  const { low, high } = resolved({}, after.type)
  const { min: least, max: most } = resolved(before.identity, before.type)
  return least >= low && most <= high ? [] : change(before, before, from, within)
}

/** The sequence is made as one of a new column would be. */
function ofNewSequence(attributes: Column, context: SqlContext): Statement[] {
  const id = `column ${qualified(attributes.schema, attributes.table, attributes.name)}`
  return [afterCreate({ id, kind: 'column', attributes }, undefined, context)].flat() as Statement[]
}

export const identity: AlterRule<Column> = {
  alter: (before, after, { after: context }) => {
    // A column that becomes a computed one is made anew.
    if (after.generated !== undefined) return []
    if (after.identity === undefined) return `${alterColumn(after)} DROP IDENTITY`
    if (before.identity === undefined)
      return [
        `${alterColumn(after)} ADD ${identityClause(after.identity)}`,
        ...ofNewSequence(after, context),
        goOn(after, after.identity),
      ]
    return change(before, after, before.identity, after.identity)
  },
}
