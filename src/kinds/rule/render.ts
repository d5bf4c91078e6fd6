import type { Kind } from '../kind.js'
import type { RuleAttributes } from './rule.js'

export const render: NonNullable<Kind<RuleAttributes>['render']> = ({ id, attributes: rule }, writer) => {
  const { name, event, condition, instead, command, enabled } = rule
  const text = [
    `${writer.use('rule')}(${writer.string(name)}).on(${writer.string(event)})`,
    condition && `.where(${writer.sql(condition)})`,
    instead && command === 'NOTHING' ? '.instead()' : `.${instead ? 'instead' : 'also'}(${writer.sql(command)})`,
    enabled && `.enabled(${writer.string(enabled)})`,
    writer.with(id),
  ]
  return { as: 'item', list: 'parts', text: text.filter(Boolean).join('') }
}
