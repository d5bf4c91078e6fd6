import { quoteIdentifier } from '../../sql/identifier.js'
import type { Kind, Writer } from '../kind.js'
import type { OwnerAttributes } from './owner.js'

/** The constant that declares a role, or its name. */
export const roleText = (role: string, writer: Writer): string =>
  writer.ref(`role ${quoteIdentifier(role)}`) ?? writer.string(role)

export const render: NonNullable<Kind<OwnerAttributes>['render']> = ({ attributes: { target, role } }, writer) =>
  target === '*'
    ? {
        as: 'declaration',
        file: 'roles',
        name: 'ownership',
        expression: `${writer.use('defaultOwner')}(${roleText(role, writer)})`,
      }
    : { as: 'item', list: 'parts', text: `${writer.use('owner')}(${roleText(role, writer)})` }
