import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import type { Secret } from '../../sql/sql.js'
import { subscriptionKind, type SubscriptionAttributes } from './subscription.js'

export interface SubscriptionOptions extends Pick<
  SubscriptionAttributes,
  | 'enabled'
  | 'synchronousCommit'
  | 'binary'
  | 'streaming'
  | 'twoPhase'
  | 'disableOnError'
  | 'runAsOwner'
  | 'origin'
  | 'failover'
> {
  /** How to reach the publisher; a `secret('VARIABLE')` where it holds a password. */
  readonly connection: string | Secret
  readonly publications: readonly string[]
  /** The slot at the publisher; `false` for none, by default one with the name of the subscription. */
  readonly slot?: string | false
  readonly passwordRequired?: boolean
  readonly renamedFrom?: string
}

/**
 * A subscription (CREATE SUBSCRIPTION). Migrations never connect to the publisher: the slot is made there by hand, and
 * ALTER SUBSCRIPTION … REFRESH PUBLICATION starts the copy of the rows.
 *
 * @example
 * export const fromMain = subscription('from_main', { connection: secret('MAIN_DATABASE'), publications: ['events'] })
 */
export function subscription(name: string, options: SubscriptionOptions): ObjectDeclaration {
  const { connection, publications, slot, passwordRequired, renamedFrom, ...others } = options
  const attributes = {
    name,
    publications: [...publications].sort(),
    ...(typeof connection === 'string' ? { connection } : { connectionSecret: connection.secret }),
    ...(slot === false ? { noSlot: true } : slot !== undefined && slot !== name && { slot }),
    ...(passwordRequired === false && { noPasswordRequired: true }),
    ...others,
    ...(others.synchronousCommit === 'off' && { synchronousCommit: undefined }),
    ...(others.origin === 'any' && { origin: undefined }),
  }
  return declareObject(subscriptionKind, { attributes, renamedFrom })
}
