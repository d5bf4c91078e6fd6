import { statement, variable } from '../../sql/foreign-options.js'
import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defineKind, type AlterRule, type Statements } from '../kind.js'
import { isHarmless } from './connection.js'
import { render } from './render.js'

export interface SubscriptionAttributes {
  readonly name: string
  /** By name. */
  readonly publications: readonly string[]
  /** How it connects, where that holds no secret and may be seen. */
  readonly connection?: string
  /** The environment variable that holds how it connects; never compared. */
  readonly connectionSecret?: string
  readonly enabled?: boolean
  /** The name of its slot, where it is not that of the subscription. */
  readonly slot?: string
  readonly noSlot?: boolean
  /** Where it is not `off`. */
  readonly synchronousCommit?: string
  readonly binary?: boolean
  /** Where it is not the default of the version. */
  readonly streaming?: 'off' | 'on' | 'parallel'
  readonly twoPhase?: boolean
  readonly disableOnError?: boolean
  readonly noPasswordRequired?: boolean
  readonly runAsOwner?: boolean
  /** Where it is not `any`. */
  readonly origin?: string
  readonly failover?: boolean
}

type Subscription = SubscriptionAttributes
interface Row extends Omit<Subscription, 'streaming' | 'slot' | 'connection'> {
  readonly oid: number
  readonly slotName: string | null
  readonly stream: string
  readonly conninfo: string | null
}

const called = ({ name }: Subscription): string => `SUBSCRIPTION ${quoteIdentifier(name)}`
const names = (list: readonly string[]): string => list.map(quoteIdentifier).join(', ')
const slotText = ({ name, slot, noSlot }: Subscription): string => (noSlot ? 'NONE' : quoteLiteral(slot ?? name))
const streamingByDefault = (major: number): string => (major >= 18 ? 'parallel' : 'off')

/** Where a string may hold a password it comes from the environment. */
const connection = ({
  name,
  connection: text,
  connectionSecret,
}: Subscription): readonly (string | { secret: string })[] =>
  text !== undefined ? [quoteLiteral(text)] : [{ secret: connectionSecret ?? variable(name, 'connection') }]

/** Options of CREATE that are set where they differ from the default. */
function options(subscription: Subscription): string[] {
  const {
    synchronousCommit,
    binary,
    streaming,
    twoPhase,
    disableOnError,
    noPasswordRequired,
    runAsOwner,
    origin,
    failover,
  } = subscription
  return [
    // Never by ourselves: neither a slot is made nor a row copied.
    'connect = false',
    ...(subscription.noSlot || subscription.slot !== undefined ? [`slot_name = ${slotText(subscription)}`] : []),
    ...(synchronousCommit === undefined ? [] : [`synchronous_commit = ${quoteLiteral(synchronousCommit)}`]),
    ...(binary ? ['binary = true'] : []),
    ...(streaming === undefined ? [] : [`streaming = ${streaming}`]),
    ...(twoPhase ? ['two_phase = true'] : []),
    ...(disableOnError ? ['disable_on_error = true'] : []),
    ...(noPasswordRequired ? ['password_required = false'] : []),
    ...(runAsOwner ? ['run_as_owner = true'] : []),
    ...(origin === undefined ? [] : [`origin = ${quoteLiteral(origin)}`]),
    ...(failover ? ['failover = true'] : []),
  ]
}

function create(subscription: Subscription): Statements {
  return [
    statement(
      `CREATE ${called(subscription)} CONNECTION `,
      connection(subscription),
      ` PUBLICATION ${names(subscription.publications)}`,
      ` WITH (${options(subscription).join(', ')})`,
    ),
    ...(subscription.enabled ? [`ALTER ${called(subscription)} ENABLE`] : []),
  ]
}

/** The slot stays with the publisher: to drop it would mean to connect. */
function drop(subscription: Subscription): string[] {
  return [
    ...(subscription.enabled ? [`ALTER ${called(subscription)} DISABLE`] : []),
    ...(subscription.noSlot ? [] : [`ALTER ${called(subscription)} SET (slot_name = NONE)`]),
    `DROP ${called(subscription)}`,
  ]
}

const set = (option: string, value: (after: Subscription) => string): AlterRule<Subscription> => ({
  alter: (_before, after) => `ALTER ${called(after)} SET (${option} = ${value(after)})`,
})
const flag = (
  option: string,
  name: 'binary' | 'twoPhase' | 'disableOnError' | 'runAsOwner' | 'failover',
): AlterRule<Subscription> => set(option, (after) => String(Boolean(after[name])))
const slot = set('slot_name', slotText)

/** A subscription (Manual, 29.2). Nothing that Tidemark writes connects to its publisher. */
export const subscriptionKind = defineKind<SubscriptionAttributes, Row>({
  name: 'subscription',
  verbatim: true,
  introspection: {
    // Only a superuser may see the connection; for others the query for it must not even be planned.
    query: ({ major }) => `
      select s.oid, s.subname as name, array_to_json(array(select p from unnest(s.subpublications) p order by p)) as publications,
             case when (select r.rolsuper from pg_roles r where r.rolname = current_user) then
               (xpath('/row/c/text()', query_to_xml('select subconninfo as c from pg_subscription where oid = ' || s.oid, true, true, '')))[1]::text
             end as conninfo,
             s.subenabled as enabled, s.subslotname as "slotName", s.subslotname is null as "noSlot",
             nullif(s.subsynccommit, 'off') as "synchronousCommit", s.subbinary as binary,
             ${major >= 16 ? `case s.substream when 't' then 'on' when 'p' then 'parallel' else 'off' end` : `case when s.substream then 'on' else 'off' end`} as stream,
             ${major >= 15 ? `s.subtwophasestate <> 'd' as "twoPhase", s.subdisableonerr as "disableOnError"` : `false as "twoPhase", false as "disableOnError"`},
             ${
               major >= 16
                 ? `not s.subpasswordrequired as "noPasswordRequired", s.subrunasowner as "runAsOwner", nullif(s.suborigin, 'any') as origin`
                 : `false as "noPasswordRequired", false as "runAsOwner", null as origin`
             },
             ${major >= 17 ? 's.subfailover' : 'false'} as failover, '${streamingByDefault(major)}' as "usualStream"
        from pg_subscription s
       where s.subdbid = (select b.oid from pg_database b where b.datname = current_database())`,
    read: ({ oid, slotName, stream, conninfo, ...row }) => {
      const { usualStream, ...attributes } = row as typeof row & { usualStream: string }
      const text = conninfo === null ? undefined : unescaped(conninfo)
      return {
        catalog: 'pg_subscription',
        oid,
        attributes: {
          ...attributes,
          ...(text !== undefined && isHarmless(text) && { connection: text }),
          ...(slotName !== null && slotName !== row.name && { slot: slotName }),
          ...(stream !== usualStream && { streaming: stream as 'on' }),
        },
      }
    },
  },
  rules: {
    name: 'ignore', // part of the id
    connectionSecret: 'ignore', // never read
    connection: {
      alter: (_before, after) => statement(`ALTER ${called(after)} CONNECTION `, connection(after)),
      // What cannot be seen is not compared.
      differs: (before, after) => before.connection !== undefined && after.connection !== undefined,
    },
    publications: {
      alter: (_before, after) =>
        `ALTER ${called(after)} SET PUBLICATION ${names(after.publications)} WITH (refresh = false)`,
    },
    slot,
    noSlot: slot,
    synchronousCommit: set('synchronous_commit', (after) => quoteLiteral(after.synchronousCommit ?? 'off')),
    binary: flag('binary', 'binary'),
    streaming: {
      alter: (_before, after, { after: { snapshot } }) =>
        `ALTER ${called(after)} SET (streaming = ${after.streaming ?? streamingByDefault(Math.floor(snapshot.version / 10000))})`,
    },
    twoPhase: 'replace',
    disableOnError: flag('disable_on_error', 'disableOnError'),
    noPasswordRequired: set('password_required', (after) => String(!after.noPasswordRequired)),
    runAsOwner: flag('run_as_owner', 'runAsOwner'),
    origin: set('origin', (after) => quoteLiteral(after.origin ?? 'any')),
    failover: flag('failover', 'failover'),
    // Last: what is enabled connects.
    enabled: { alter: (_before, after) => `ALTER ${called(after)} ${after.enabled ? 'ENABLE' : 'DISABLE'}` },
  },
  identity: ({ name }) => quoteIdentifier(name),
  sql: {
    create,
    drop,
    rename: (before, after) => `ALTER ${called(before)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: called,
  },
  render,
})

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}
const unescaped = (text: string): string => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity]!)
