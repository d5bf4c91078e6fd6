import type { Snapshot } from '../../catalog/snapshot.js'
import { qualified } from '../../sql/identifier.js'
import type { Kind, Writer } from '../kind.js'
import type { RoutineAttributes, RoutineType } from './routine.js'
import type { Argument } from './signature.js'

type Routine = RoutineAttributes

/** Names of things that a property of an object literal cannot keep in order, or at all. */
const oddKey = (name: string): boolean => /^\d+$/.test(name) || name === '__proto__'

/**
 * A type: the constant that declares it, else as SQL writes it. The row type of a table or view is always written, since
 * that file may in turn need the function.
 */
export function typeCode(type: string, writer: Writer): string {
  const isRow = ['table', 'view', 'materialized-view', 'foreign-table'].some((kind) =>
    writer.snapshot.objects.has(`${kind} ${type}`),
  )
  return (isRow ? undefined : writer.type(type)) ?? writer.string(type)
}

/** `{ a: 'integer', b: arg('integer', { default: sql`1` }) }`, or a list where an argument has no name. */
export function argumentsCode(list: readonly Argument[] | undefined, writer: Writer): string | undefined {
  if (list === undefined || list.length === 0) return undefined
  const names = list.map(({ name }) => name)
  const byName = names.every((name) => name !== undefined && !oddKey(name)) && new Set(names).size === names.length
  const code = (argument: Argument): string => argumentCode(argument, !byName, writer)
  return byName
    ? writer.object(Object.fromEntries(list.map((item) => [item.name!, code(item)])))
    : writer.list(list.map(code))
}

function argumentCode({ name, mode, type, default: value }: Argument, named: boolean, writer: Writer): string {
  const options = {
    name: named && name !== undefined ? writer.string(name) : undefined,
    mode: mode && writer.string(mode),
    default: value === undefined ? undefined : writer.sql(value),
  }
  const plain = Object.values(options).every((option) => option === undefined)
  const text = typeCode(type, writer)
  return plain ? text : `${writer.use('arg')}(${text}, ${writer.object(options)})`
}

function returnsCode({ returns, set, table, arguments: list = [] }: Routine, writer: Writer): string | undefined {
  if (table !== undefined)
    return writer.object({
      table: writer.object(Object.fromEntries(table.map(({ name, type }) => [name, typeCode(type, writer)]))),
    })
  const implied = !set && list.some(({ mode }) => mode === 'out' || mode === 'inout')
  if (returns === undefined || implied) return undefined
  return set ? writer.object({ setOf: typeCode(returns, writer) }) : typeCode(returns, writer)
}

/** The constant that declares a function, where its name is enough to tell which; else the name. */
export function functionCode(name: string, writer: Writer): string {
  const [found, another] = namesakes(writer.snapshot).get(name) ?? []
  return (found !== undefined && another === undefined ? writer.ref(found) : undefined) ?? writer.string(name)
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>()

/** Ids of functions by name, as SQL writes it. */
function namesakes(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const result = new Map<string, string[]>()
  for (const { id, kind, attributes } of snapshot.objects.values()) {
    if (kind !== 'function') continue
    const { schema, name } = attributes as Routine
    const list = result.get(qualified(schema, name))
    if (list === undefined) result.set(qualified(schema, name), [id])
    else list.push(id)
  }
  known.set(snapshot, result)
  return result
}

function settings(list: readonly string[], writer: Writer): string {
  return writer.object(
    Object.fromEntries(
      list.map((setting) => {
        const at = setting.indexOf('=')
        return [setting.slice(0, at), writer.string(setting.slice(at + 1))]
      }),
    ),
  )
}

const flag = (value: boolean | undefined): string | undefined => (value ? 'true' : undefined)

export const render =
  (type: RoutineType): NonNullable<Kind<RoutineAttributes>['render']> =>
  ({ id, attributes: routine }, writer) => {
    const { volatility, parallel, cost, rows, support, standardBody, library, body } = routine
    const options = writer.object({
      args: argumentsCode(routine.arguments, writer),
      returns: type === 'procedure' ? undefined : returnsCode(routine, writer),
      language: writer.string(routine.language),
      library: library === undefined ? undefined : writer.string(library),
      symbol: library === undefined ? undefined : writer.string(body ?? ''),
      volatility: volatility && writer.string(volatility),
      strict: flag(routine.strict),
      securityDefiner: flag(routine.securityDefiner),
      leakproof: flag(routine.leakproof),
      parallel: parallel && writer.string(parallel),
      cost: cost?.toString(),
      rows: rows?.toString(),
      window: flag(routine.window),
      support: support && writer.string(support),
      transforms: routine.transforms && writer.list(routine.transforms.map((item) => typeCode(item, writer))),
      set: routine.settings && settings(routine.settings, writer),
      standardBody: standardBody === undefined ? undefined : writer.sql(standardBody),
      body: standardBody !== undefined || library !== undefined ? undefined : writer.sql(body ?? ''),
    })
    return {
      as: 'declaration',
      file: `${type}s/${routine.name}`,
      name: routine.name,
      expression: `${writer.use(type === 'function' ? 'fn' : 'procedure')}(${writer.name(routine.schema, routine.name)}, ${options})${writer.with(id)}`,
    }
  }
