import { origin, type Part } from '../../declare/declaration.js'
import type { ReplicaIdentityAttributes } from './replica-identity.js'

/**
 * What tells rows apart for logical replication (REPLICA IDENTITY): whole rows, nothing, or a unique index or constraint
 * by its name. By default it is the primary key.
 *
 * @example replicaIdentity('full'), replicaIdentity({ index: 'orders_number_key' })
 */
export function replicaIdentity(by: 'full' | 'nothing' | { readonly index: string }): Part {
  const at = origin()
  return {
    objects: ({ schema, name }) => {
      const attributes: ReplicaIdentityAttributes = {
        schema,
        table: name,
        ...(typeof by === 'string' ? { by } : { by: 'index', index: by.index }),
      }
      return [{ kind: 'replica-identity', attributes, origin: at }]
    },
  }
}
