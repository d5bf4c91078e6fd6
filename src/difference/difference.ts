import { compared } from '../check/three-way.js'
import type { Config } from '../config/config.js'
import { databaseUrl } from '../database/open.js'
import { invert, type Change } from '../diff/change.js'
import { kinds } from '../kinds/index.js'
import { loadHistory } from '../revisions/load.js'
import { rolesOfHistory } from '../autogenerate/roles.js'
import { readPoint, toPoint, withServer, type Read } from './point.js'
import { toFile, type SnapshotFile } from './snapshot-file.js'

/** What has to change so that `from` becomes `to`; each is a URL, a schema, a revision or a snapshot file. */
export async function difference(
  config: Config,
  from: string,
  to: string,
  note: (text: string) => void,
): Promise<readonly Change[]> {
  const points = [toPoint(from), toPoint(to)] as const
  const roles = rolesOfHistory(await loadHistory(config.migrations, { optional: true }))
  return await withServer(config, points, note, async (server) => {
    const before = await readPoint(points[0], server, kinds)
    const after = await readPoint(points[1], server, kinds)
    const majors = [before, after].map(({ snapshot }) => Math.floor(snapshot.version / 10_000))
    if (majors[0] !== majors[1])
      note(
        `${from} was read from PostgreSQL ${majors[0]}, ${to} from ${majors[1]}: they print some expressions differently.`,
      )
    return changesBetween(before, after, roles)
  })
}

/** What declarations leave open is not compared, whichever side they are on. */
function changesBetween(before: Read, after: Read, roles: ReadonlySet<string>): readonly Change[] {
  if (before.declared && !after.declared) return changesBetween(after, before, roles).map(invert)
  const scope = { current: before.snapshot, desired: after.snapshot, roles, user: after.snapshot.user ?? '' }
  return compared(before.snapshot, after.snapshot, scope, kinds)
}

/** A point (by default the database of the run) as a snapshot file. */
export async function snapshotOf(
  config: Config,
  point: string | undefined,
  note: (text: string) => void,
): Promise<SnapshotFile> {
  const wanted = toPoint(point ?? (await databaseUrl(config, note)))
  return await withServer(config, [wanted], note, async (server) =>
    toFile((await readPoint(wanted, server, kinds)).snapshot),
  )
}
