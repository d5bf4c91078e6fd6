import { readFile } from 'node:fs/promises'
import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import { TidemarkError } from '../errors/error.js'
import type { Kinds } from '../kinds/registry.js'

/** A snapshot as a file: plain JSON, objects by id. */
export interface SnapshotFile {
  readonly tidemark: 'snapshot 1'
  /** server_version_num of the server that it was read from. */
  readonly version: number
  readonly user?: string
  readonly objects: readonly CatalogObject[]
}

export const toFile = ({ version, user, objects }: Snapshot): SnapshotFile => ({
  tidemark: 'snapshot 1',
  version,
  ...(user !== undefined && { user }),
  objects: [...objects.keys()].sort().map((id) => objects.get(id)!),
})

/** @throws TidemarkError TM425 for anything but what `tidemark snapshot` wrote. */
export async function readSnapshotFile(file: string, kinds: Kinds): Promise<Snapshot> {
  try {
    const { tidemark, version, user, objects } = JSON.parse(await readFile(file, 'utf8')) as SnapshotFile
    if (tidemark !== 'snapshot 1') throw new Error('it does not say that it is one')
    for (const object of objects) kinds.of(object)
    return {
      version,
      ...(user !== undefined && { user }),
      objects: new Map(objects.map((object) => [object.id, object])),
    }
  } catch (cause) {
    throw new TidemarkError(
      {
        code: 'TM425',
        what: `${file} is no snapshot`,
        why: (cause as Error).message,
        fix: 'write one: tidemark snapshot > FILE',
        at: { file },
      },
      { cause },
    )
  }
}
