import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'
import { functionCode } from '../function/render.js'

export interface EventTriggerAttributes {
  readonly name: string
  readonly event: string
  /** Command tags, in upper case, sorted. */
  readonly tags?: readonly string[]
  /** Qualified. */
  readonly function: string
  /** When it fires with regard to session_replication_role; `origin` is left out. */
  readonly enabled?: 'disabled' | 'replica' | 'always'
}

type EventTrigger = EventTriggerAttributes

interface Row {
  oid: number
  name: string
  event: string
  tags: string[] | null
  functionSchema: string
  functionName: string
  enabled: string
}

const states: Record<string, EventTrigger['enabled']> = { D: 'disabled', R: 'replica', A: 'always' }
const stateWords = {
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
  origin: 'ENABLE',
} as const
const setEnabled = ({ name, enabled }: EventTrigger): string =>
  `ALTER EVENT TRIGGER ${quoteIdentifier(name)} ${stateWords[enabled ?? 'origin']}`

/** An event trigger (Manual, CREATE EVENT TRIGGER). */
export const eventTriggerKind = defineKind<EventTriggerAttributes, Row>({
  name: 'event-trigger',
  // In a scratch database it would fire for what is built there.
  verbatim: true,
  introspection: {
    query: () => `
      select e.oid, e.evtname as name, e.evtevent as event, n.nspname as "functionSchema", p.proname as "functionName",
             case when e.evttags is not null then (select json_agg(t order by t collate "C") from unnest(e.evttags) t) end as tags,
             e.evtenabled as enabled
        from pg_event_trigger e
        join pg_proc p on p.oid = e.evtfoid
        join pg_namespace n on n.oid = p.pronamespace
       where e.oid >= 16384`,
    read: ({ oid, name, event, tags, functionSchema, functionName, enabled }) => ({
      catalog: 'pg_event_trigger',
      oid,
      attributes: {
        name,
        event,
        ...(tags !== null && { tags }),
        function: qualified(functionSchema, functionName),
        ...(states[enabled] && { enabled: states[enabled] }),
      },
    }),
  },
  rules: {
    name: 'ignore', // part of the id
    event: 'replace',
    tags: 'replace',
    function: 'replace',
    enabled: { alter: (_before, after) => setEnabled(after) },
  },
  identity: ({ name }) => quoteIdentifier(name),
  watches: true,
  renamed: (trigger, newId) => ({
    ...trigger,
    function: newId(`function ${trigger.function}()`).slice('function '.length, -'()'.length),
  }),
  requires: (trigger) => [`function ${trigger.function}()`],
  sql: {
    create: (trigger) => {
      const { name, event, tags } = trigger
      const when = tags === undefined ? '' : `\nWHEN TAG IN (${tags.map(quoteLiteral).join(', ')})`
      return [
        `CREATE EVENT TRIGGER ${quoteIdentifier(name)} ON ${event}${when}\nEXECUTE FUNCTION ${trigger.function}()`,
        ...(trigger.enabled === undefined ? [] : [setEnabled(trigger)]),
      ]
    },
    drop: ({ name }) => `DROP EVENT TRIGGER ${quoteIdentifier(name)}`,
    rename: (before, after) =>
      `ALTER EVENT TRIGGER ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: ({ name }) => `EVENT TRIGGER ${quoteIdentifier(name)}`,
  },
  render: ({ id, attributes: trigger }, writer) => {
    const options = writer.object({
      on: writer.string(trigger.event),
      tags: trigger.tags && writer.list(trigger.tags.map((tag) => writer.string(tag))),
      execute: functionCode(trigger.function, writer),
      enabled: trigger.enabled && writer.string(trigger.enabled),
    })
    const expression = `${writer.use('eventTrigger')}(${writer.string(trigger.name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'event-triggers', name: trigger.name, expression }
  },
})
