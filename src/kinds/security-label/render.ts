import type { Kind } from '../kind.js'
import type { SecurityLabelAttributes } from './security-label.js'

export const render: NonNullable<Kind<SecurityLabelAttributes>['render']> = ({ attributes }, writer) => {
  const { target, of, provider, label } = attributes
  const part = of === undefined ? '' : `.onPart(${writer.string(target)})`
  return {
    as: 'item',
    list: 'parts',
    text: `${writer.use('securityLabel')}(${writer.string(provider)}, ${writer.string(label)})${part}`,
  }
}
