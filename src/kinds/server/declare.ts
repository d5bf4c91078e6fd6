import type { Part } from '../../declare/declaration.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, type ObjectRef } from '../../declare/type.js'
import { declaredOptions } from '../../sql/foreign-options.js'
import { nameParts } from '../../sql/sql.js'
import type { OptionValues } from '../foreign-data-wrapper/declare.js'
import { serverKind } from './server.js'

export interface ServerOptions {
  /** A declared foreign data wrapper, or the name of one: `'postgres_fdw'`. */
  readonly wrapper: ObjectRef
  readonly type?: string
  readonly version?: string
  readonly options?: OptionValues
  /** Who uses it as whom: `userMapping(appRw, { user: 'app', password: secret('FAR_PASSWORD') })`. */
  readonly mappings?: readonly Part[]
  readonly renamedFrom?: string
}

/**
 * A foreign server (CREATE SERVER).
 *
 * @example
 * export const far = server('far', {
 *   wrapper: 'postgres_fdw',
 *   options: { host: 'far.example.org', dbname: 'shop' },
 *   mappings: [userMapping(appRw, { user: 'app', password: secret('FAR_PASSWORD') })],
 * })
 */
export function server(name: string, options: ServerOptions): ObjectDeclaration {
  const { wrapper, options: values, mappings = [], renamedFrom, ...others } = options
  const attributes = {
    name,
    wrapper: typeof wrapper === 'string' ? wrapper : wrapper[nameParts].at(-1)!,
    ...others,
    ...declaredOptions(values),
  }
  return declareObject(serverKind, { attributes, requires: refNeeds(wrapper), parts: mappings, renamedFrom })
}
