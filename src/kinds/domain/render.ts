import { collationCode, columnType } from '../column/render.js'
import { defaultCode } from '../default/default.js'
import type { Kind } from '../kind.js'
import type { DomainAttributes } from './domain.js'

export const render: NonNullable<Kind<DomainAttributes>['render']> = ({ id, attributes: domain }, writer) => {
  const lists = new Map(writer.lists(id))
  const checks = lists.get('checks')
  lists.delete('checks')
  const base = [
    columnType(domain.type, writer),
    domain.collation && `.collate(${collationCode(domain.collation, writer)})`,
    domain.default !== undefined && `.default(${defaultCode(domain.default, writer)})`,
    domain.notNull && `.notNull(${domain.notNullName === undefined ? '' : writer.string(domain.notNullName)})`,
  ]
  const options = checks === undefined ? '' : `, ${writer.object({ checks: writer.list(checks) })}`
  const parts = [...lists.values()].flat()
  const name = writer.name(domain.schema, domain.name)
  const tail = parts.length === 0 ? '' : `.with(${parts.join(', ')})`
  return {
    as: 'declaration',
    file: 'types',
    name: domain.name,
    expression: `${writer.use('domain')}(${name}, (c) => ${base.filter(Boolean).join('')}${options})${tail}`,
  }
}
