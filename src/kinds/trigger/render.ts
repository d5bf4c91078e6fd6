import type { Kind, Writer } from '../kind.js'
import { functionCode } from '../function/render.js'
import type { TriggerAttributes } from './trigger.js'

const timings = { before: 'before', after: 'after', 'instead of': 'insteadOf' } as const

export const render: NonNullable<Kind<TriggerAttributes>['render']> = ({ id, attributes: trigger }, writer) => {
  const { enabled, inherited } = trigger
  const text = inherited
    ? [call('inheritedTrigger', trigger, writer), `.enabled(${writer.string(enabled ?? 'origin')})`, writer.with(id)]
    : [...definition(trigger, writer), enabled && `.enabled(${writer.string(enabled)})`, writer.with(id)]
  return { as: 'item', list: 'triggers', text: text.filter(Boolean).join('') }
}

const call = (name: string, trigger: TriggerAttributes, writer: Writer): string =>
  `${writer.use(name)}(${writer.string(trigger.name)})`

function definition(trigger: TriggerAttributes, writer: Writer): (string | undefined | false)[] {
  const {
    constraint,
    timing = 'after',
    events = [],
    columns,
    row,
    when,
    oldTable,
    newTable,
    deferrable,
    from,
  } = trigger
  const transitions = { oldTable: oldTable && writer.string(oldTable), newTable: newTable && writer.string(newTable) }
  const args = [
    functionCode(trigger.function ?? '', writer),
    ...(trigger.arguments ?? []).map((text) => writer.string(text)),
  ]
  return [
    call(constraint ? 'constraintTrigger' : 'trigger', trigger, writer),
    `.${timings[timing]}(${events.map((event) => writer.string(event)).join(', ')})`,
    columns && `.of(${columns.map((column) => writer.column(column)).join(', ')})`,
    from && `.from(${fromCode(from, writer)})`,
    deferrable && `.deferrable(${trigger.initiallyDeferred ? `'deferred'` : ''})`,
    (oldTable ?? newTable) && `.referencing(${writer.object(transitions)})`,
    row && !constraint && `.forEach('row')`,
    when && `.when(${writer.sql(when)})`,
    `.execute(${args.join(', ')})`,
  ]
}

function fromCode(from: string, writer: Writer): string {
  const table = writer.ref(`table ${from}`)
  return table === undefined ? writer.string(from) : `() => ${table}`
}
