import type { Kind } from '../kind.js'
import { roleText } from '../owner/render.js'
import type { PolicyAttributes } from './policy.js'

export const render: NonNullable<Kind<PolicyAttributes>['render']> = ({ id, attributes: policy }, writer) => {
  const text = [
    `${writer.use('policy')}(${writer.string(policy.name)})`,
    policy.restrictive && '.restrictive()',
    policy.command && `.for(${writer.string(policy.command)})`,
    policy.roles && `.to(${policy.roles.map((role) => roleText(role, writer)).join(', ')})`,
    policy.using !== undefined && `.using(${writer.sql(policy.using)})`,
    policy.check !== undefined && `.withCheck(${writer.sql(policy.check)})`,
    writer.with(id),
  ]
  return { as: 'item', list: 'policies', text: text.filter(Boolean).join('') }
}
