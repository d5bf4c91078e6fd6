import type { CatalogObject } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import { place } from '../declare/errors.js'
import type { Location } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'
import { loadDeclared } from './desired.js'

/**
 * Where objects are declared: their own declaration, else that of what they are a part of. The files are evaluated for it,
 * so it is asked for only where there is something to say.
 */
export async function declaredPlaces(
  { schema }: Pick<Config, 'schema'>,
  serverVersion: number,
  kinds: Kinds,
  lookup: (id: string) => CatalogObject | undefined = () => undefined,
): Promise<(id: string) => { at?: Location }> {
  const { origins } = await loadDeclared(schema, serverVersion, kinds)
  return (id) => {
    for (let at: string | undefined = id; at !== undefined;) {
      const origin = origins.get(at)
      if (origin !== undefined) return place(origin)
      const object = lookup(at)
      at = object === undefined ? undefined : kinds.parentOf(object)
    }
    return {}
  }
}
