import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import type { Part } from '../../declare/declaration.js'
import type { Sql } from '../../sql/sql.js'
import type { Kind } from '../kind.js'
import { functionKind } from './function.js'
import type { RoutineAttributes } from './routine.js'
import type { Argument } from './signature.js'

export interface ArgumentOptions {
  readonly mode?: 'out' | 'inout' | 'variadic'
  readonly default?: Sql
  /** In a list of arguments, where some have no name. */
  readonly name?: string
}

/** An argument that is more than a type. */
export class ArgumentDeclaration {
  readonly type: TypeRef
  readonly options: ArgumentOptions

  constructor(type: TypeRef, options: ArgumentOptions) {
    this.type = type
    this.options = options
  }
}

/** An argument with a default or a mode: `arg('integer', { default: sql`1` })`, `arg('text', { mode: 'out' })`. */
export const arg = (type: TypeRef, options: ArgumentOptions = {}): ArgumentDeclaration =>
  new ArgumentDeclaration(type, options)

/** Arguments by name, or a list of those without: `{ a: 'integer' }`, `['integer', 'text']`. */
export type Arguments =
  | Readonly<Record<string, TypeRef | ArgumentDeclaration>>
  | readonly (TypeRef | ArgumentDeclaration)[]

/** What functions and procedures have in common. */
export interface RoutineOptions {
  readonly args?: Arguments
  /** `sql` by default. */
  readonly language?: string
  /** What stands between the quotes, exactly as it is. */
  readonly body?: Sql
  /** A body of standard SQL, which PostgreSQL parses when it is created: `RETURN a + b` or `BEGIN ATOMIC … END`. */
  readonly standardBody?: Sql
  /** The library and the symbol of a C function. */
  readonly library?: string
  readonly symbol?: string
  /** SECURITY DEFINER: runs with the rights of its owner. */
  readonly securityDefiner?: boolean
  /** SET: parameters while it runs; a list of schemas as in postgresql.conf: `{ search_path: 'app, pg_temp' }`. */
  readonly set?: Readonly<Record<string, string | number | boolean>>
  /** Types with TRANSFORM FOR TYPE. */
  readonly transforms?: readonly TypeRef[]
  /** Its name before, so that it is renamed and not made anew. */
  readonly renamedFrom?: string
  /** Comment, owner, grants. */
  readonly parts?: readonly Part[]
}

export interface FunctionOptions extends RoutineOptions {
  /** A type, a set of one, or the columns of a table; left out where OUT arguments say it. */
  readonly returns?: TypeRef | { readonly setOf: TypeRef } | { readonly table: Readonly<Record<string, TypeRef>> }
  /** `volatile` by default. */
  readonly volatility?: 'immutable' | 'stable' | 'volatile'
  /** STRICT: null for a null argument, without a call. */
  readonly strict?: boolean
  readonly leakproof?: boolean
  /** `unsafe` by default. */
  readonly parallel?: 'safe' | 'restricted' | 'unsafe'
  /** In units of cpu_operator_cost. */
  readonly cost?: number
  /** How many rows the planner expects of a set. */
  readonly rows?: number
  /** The planner support function. */
  readonly support?: ObjectRef
  readonly window?: boolean
}

/** A declared function; in SQL its name: sql`${touch}()`. */
export type FunctionDeclaration = ObjectDeclaration

/**
 * A function (CREATE FUNCTION).
 *
 * @example
 * export const touch = fn('touch_updated_at', { returns: 'trigger', language: 'plpgsql', body: sql`
 *   BEGIN
 *     NEW.updated_at := now();
 *     RETURN NEW;
 *   END
 * ` })
 *
 * export const add = fn('add', {
 *   args: { a: 'integer', b: arg('integer', { default: sql`1` }) },
 *   returns: 'integer', volatility: 'immutable', standardBody: sql`RETURN a + b`,
 * })
 */
export function fn(name: Name, options: FunctionOptions): FunctionDeclaration {
  const { returns, volatility, parallel, strict, leakproof, cost, rows, support, window } = options
  const own: Partial<RoutineAttributes> = {
    ...resultOf(returns),
    ...(volatility !== undefined && volatility !== 'volatile' && { volatility }),
    ...(parallel !== undefined && parallel !== 'unsafe' && { parallel }),
    ...(strict && { strict }),
    ...(leakproof && { leakproof }),
    ...(cost !== undefined && { cost }),
    ...(rows !== undefined && { rows }),
    ...(support !== undefined && { support: refText(support) }),
    ...(window && { window }),
  }
  return declareRoutine(functionKind, name, options, own, [
    ...resultNeeds(returns),
    ...(support === undefined ? [] : refNeeds(support)),
  ])
}

/** Declares a function or procedure. */
export function declareRoutine(
  kind: Kind,
  name: Name,
  options: RoutineOptions,
  own: Partial<RoutineAttributes>,
  needs: readonly string[],
): ObjectDeclaration {
  const {
    args = [],
    language,
    body,
    standardBody,
    library,
    symbol,
    securityDefiner,
    set,
    transforms,
    renamedFrom,
    parts,
  } = options
  const attributes: RoutineAttributes = {
    schema: schemaOf(name),
    name: nameOf(name),
    arguments: argumentsOf(args),
    language: language ?? (library === undefined ? 'sql' : 'c'),
    ...(standardBody === undefined
      ? { body: body?.text() ?? symbol ?? (library === undefined ? '' : nameOf(name)) }
      : { standardBody: standardBody.text() }),
    ...(library !== undefined && { library }),
    ...(securityDefiner && { securityDefiner }),
    ...(transforms !== undefined && { transforms: transforms.map(typeText) }),
    ...(set !== undefined && { settings: settingsOf(set) }),
    ...own,
  }
  const requires = [...argumentNeeds(args), ...(transforms ?? []).flatMap(typeNeeds), ...needs]
  return declareObject(kind, { attributes, requires, renamedFrom, ...(parts && { parts }) })
}

const settingsOf = (set: NonNullable<RoutineOptions['set']>): string[] =>
  Object.entries(set).map(([name, value]) => `${name}=${typeof value === 'boolean' ? (value ? 'on' : 'off') : value}`)

type Returns = FunctionOptions['returns']

function resultOf(returns: Returns): Partial<RoutineAttributes> {
  if (returns === undefined) return {}
  if (typeof returns === 'object' && 'setOf' in returns) return { returns: typeText(returns.setOf), set: true }
  if (typeof returns === 'object' && isTable(returns))
    return { table: Object.entries(returns.table).map(([name, type]) => ({ name, type: typeText(type) })) }
  return { returns: typeText(returns) }
}

function resultNeeds(returns: Returns): readonly string[] {
  if (returns === undefined) return []
  if (typeof returns === 'object' && 'setOf' in returns) return typeNeeds(returns.setOf)
  if (typeof returns === 'object' && isTable(returns)) return Object.values(returns.table).flatMap(typeNeeds)
  return typeNeeds(returns)
}

/** A declared table has columns as properties, one of which may be called `table`: only a plain object counts. */
const isTable = (returns: object): returns is { readonly table: Readonly<Record<string, TypeRef>> } =>
  Object.getOwnPropertySymbols(returns).length === 0 && 'table' in returns

const entriesOf = (args: Arguments): readonly (readonly [string | undefined, TypeRef | ArgumentDeclaration])[] =>
  Array.isArray(args)
    ? (args as readonly (TypeRef | ArgumentDeclaration)[]).map((item) => [undefined, item] as const)
    : Object.entries(args as Readonly<Record<string, TypeRef | ArgumentDeclaration>>)

/** Declared arguments as attributes hold them. */
export const argumentsOf = (args: Arguments): Argument[] =>
  entriesOf(args).map(([key, item]) => {
    const { type, options } = item instanceof ArgumentDeclaration ? item : new ArgumentDeclaration(item, {})
    const name = key ?? options.name
    return {
      ...(name !== undefined && { name }),
      ...(options.mode !== undefined && { mode: options.mode }),
      type: typeText(type),
      ...(options.default !== undefined && { default: options.default.text() }),
    }
  })

/** Ids of the declared types of arguments. */
export const argumentNeeds = (args: Arguments): readonly string[] =>
  entriesOf(args).flatMap(([, item]) => typeNeeds(item instanceof ArgumentDeclaration ? item.type : item))
