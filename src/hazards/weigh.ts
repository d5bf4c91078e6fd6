import type { CatalogObject } from '../catalog/snapshot.js'
import type { Config } from '../config/config.js'
import type { Database } from '../database/database.js'
import { declaredPlaces } from '../desired/places.js'
import { kinds } from '../kinds/index.js'
import { countHeld, heldText } from './held.js'
import type { Hazard } from './hazard.js'
import { rules } from './rules.js'

/** Hazards of the way forward with what there is to lose, whether it is allowed, and where it is declared. */
export async function weighed(
  hazards: readonly Hazard[],
  config: Pick<Config, 'allow' | 'schema'>,
  database: Database,
  lookup: (id: string) => CatalogObject | undefined,
): Promise<readonly Hazard[]> {
  if (!hazards.some(({ direction }) => direction === 'up')) return hazards
  const place = await declaredPlaces(config, database.server.version, kinds, lookup)
  return await Promise.all(
    hazards.map(async (hazard): Promise<Hazard> => {
      if (hazard.direction === 'down') return hazard
      const { code, id } = hazard
      const held = rules.find((rule) => rule.code === code && rule.fits(id))?.held
      const count = held === undefined ? undefined : await countHeld(database, held.query(id))
      const allowed = config.allow.includes(code) || config.allow.includes('all')
      return {
        ...hazard,
        ...(typeof count === 'number' && {
          held: count,
          what: `${hazard.what}: here ${count === 0 ? `there are no ${held!.unit}` : heldText(count, held!.unit)}`,
        }),
        allowed,
        ...(allowed ? {} : { fix: [...fixes(hazard), `consent to it: --allow ${code}, here or at tidemark up`] }),
        ...place(id),
      }
    }),
  )
}

const fixes = ({ fix = [] }: Hazard): readonly string[] => (typeof fix === 'string' ? [fix] : fix)
