import {
  origin,
  register,
  targetId,
  type DeclaredObject,
  type Parent,
  type Part,
  type Target,
} from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { nameParts, type Sql } from '../../sql/sql.js'
import { Column } from '../column/reference.js'
import { idOf, type Kind } from '../kind.js'
import { viewColumnObjects, type ViewColumnOptions } from '../view-column/declare.js'
import { viewKind } from './view.js'

/** The columns of a view by name, to use in its triggers and indexes. */
export type ViewColumns<C extends string = string> = Readonly<Record<C, Column>>

/** Parts that views of both sorts take. Every list takes any part: the names only order the reading. */
export interface ViewParts {
  readonly triggers?: readonly Part[]
  readonly indexes?: readonly Part[]
  readonly grants?: readonly Part[]
  /** Comments, owner, rules and whatever else belongs to the view. */
  readonly parts?: readonly Part[]
  /** What is to be said of single columns: `{ total: { parts: [comment('…')] } }`. */
  readonly columns?: Readonly<Record<string, ViewColumnOptions>>
  /** The name before, so that it is renamed and not made anew. */
  readonly renamedFrom?: string
}

/** PostgreSQL keeps `on` and `off` as they are written, though they mean `true` and `false`. */
export type BooleanOption = boolean | 'on' | 'off' | (string & {})

export interface ViewOptions extends ViewParts {
  /** Rows that the view hides are not shown to functions in a query's conditions. */
  readonly securityBarrier?: BooleanOption
  /** Rights and row level security are those of the reader (15). */
  readonly securityInvoker?: BooleanOption
  /** WITH CHECK OPTION: no row can be written that the view would not show. */
  readonly checkOption?: 'local' | 'cascaded'
}

/** A declared view; in SQL its name. */
export interface View extends Target {
  /** Adds parts such as `comment('…')`, `owner(role)`, `grant(role).to('select')`. */
  with(...parts: readonly Part[]): this
}

/** Options, or a function of the view's columns that gives them. */
export type OptionsOf<O, C extends string = string> = O | ((t: ViewColumns<C>) => O)

/**
 * A view (CREATE VIEW). Where options use its columns, their names may be given as a type: `view<'id' | 'email'>(…)`.
 *
 * @example
 * export const activeUsers = view('active_users', sql`SELECT id, email FROM ${users} WHERE active`)
 * export const mine = view('mine', { securityInvoker: true, checkOption: 'local' }, sql`SELECT * FROM notes WHERE owner = current_user`)
 */
export function view(name: Name, query: Sql): View
export function view<C extends string = string>(name: Name, options: OptionsOf<ViewOptions, C>, query: Sql): View
export function view(name: Name, ...rest: readonly [Sql] | readonly [OptionsOf<ViewOptions>, Sql]): View {
  return declareView(viewKind, name, rest, ({ securityBarrier, securityInvoker, checkOption }) => {
    const options = [
      checkOption && `check_option=${checkOption}`,
      securityBarrier !== undefined && `security_barrier=${securityBarrier}`,
      securityInvoker !== undefined && `security_invoker=${securityInvoker}`,
    ].filter((option) => typeof option === 'string')
    return options.length === 0 ? {} : { options }
  })
}

/** Declares a view of either sort. */
export function declareView<O extends ViewParts>(
  kind: Kind,
  name: Name,
  rest: readonly [Sql] | readonly [OptionsOf<O>, Sql],
  attributesOf: (options: O) => object,
): View {
  const query = (rest.length === 1 ? rest[0] : rest[1]) as Sql
  const given = rest.length === 1 ? ({} as O) : (rest[0] as OptionsOf<O>)
  const at = { schema: schemaOf(name), name: nameOf(name) }
  const self: Parent = { id: idOf(kind, at), ...at }
  const here = origin()
  const more: Part[] = []
  const objects = (): DeclaredObject[] => {
    const options = typeof given === 'function' ? given(columnsOf(self)) : given
    const { triggers = [], indexes = [], grants = [], parts = [], columns = {}, renamedFrom } = options
    const attributes = { ...at, definition: query.text().trim().replace(/;$/, ''), ...attributesOf(options) }
    return [
      { kind: kind.name, attributes, ...(renamedFrom !== undefined && { renamedFrom }) },
      ...Object.entries(columns).flatMap(([column, about]) => viewColumnObjects(self, column, about)),
      ...[...indexes, ...triggers, ...grants, ...parts, ...more].flatMap((part) => part.objects(self)),
    ]
  }
  const value: View = {
    [targetId]: self.id,
    [nameParts]: [at.schema, at.name],
    with(...parts) {
      more.push(...parts)
      return value
    },
  }
  register({ origin: here, objects })
  return value
}

/** Which columns a view has is known only to PostgreSQL: whatever is asked for is one. */
const columnsOf = (self: Parent): ViewColumns =>
  new Proxy({} as ViewColumns, { get: (_, name) => (typeof name === 'symbol' ? undefined : new Column(self, name)) })
