import { unwrap } from '../../sql/expression.js'
import type { Writer } from '../kind.js'
import type { IndexKey } from './index-kind.js'

/** `t.name.desc()`: a column or an expression of a key. */
export function keyCode({ column, expression, collation, opclass, desc, nulls }: IndexKey, writer: Writer): string {
  const bare = [collation, opclass, desc, nulls].every((item) => item === undefined)
  const base = column === undefined ? writer.sql(unwrap(expression!)) : writer.column(column)
  if (bare) return base
  return [
    column === undefined ? `${writer.use('key')}(${base})` : base,
    collation && `.collation(${writer.string(collation)})`,
    opclass && `.op(${writer.string(opclass)})`,
    desc && '.desc()',
    nulls && (nulls === 'first' ? '.nullsFirst()' : '.nullsLast()'),
  ]
    .filter(Boolean)
    .join('')
}
