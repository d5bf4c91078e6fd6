import { variable } from '../../sql/foreign-options.js'
import type { Kind } from '../kind.js'
import type { SubscriptionAttributes } from './subscription.js'

export const render: NonNullable<Kind<SubscriptionAttributes>['render']> = (
  { id, attributes: subscription },
  writer,
) => {
  const { name, connection, connectionSecret } = subscription
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : writer.string(value)
  const yes = (on: boolean | undefined): string | undefined => (on ? 'true' : undefined)
  const options = writer.object({
    connection:
      text(connection) ?? `${writer.use('secret')}(${writer.string(connectionSecret ?? variable(name, 'connection'))})`,
    publications: writer.list(subscription.publications.map((item) => writer.string(item))),
    enabled: yes(subscription.enabled),
    slot: subscription.noSlot ? 'false' : text(subscription.slot),
    synchronousCommit: text(subscription.synchronousCommit),
    binary: yes(subscription.binary),
    streaming: text(subscription.streaming),
    twoPhase: yes(subscription.twoPhase),
    disableOnError: yes(subscription.disableOnError),
    passwordRequired: subscription.noPasswordRequired ? 'false' : undefined,
    runAsOwner: yes(subscription.runAsOwner),
    origin: text(subscription.origin),
    failover: yes(subscription.failover),
  })
  const expression = `${writer.use('subscription')}(${writer.string(name)}, ${options})${writer.with(id)}`
  return { as: 'declaration', file: 'publications', name, expression }
}
