import { createHash } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/config.js'
import { keep } from '../desired/cache.js'
import { replayFolder } from './replay.js'

const nameOf = (key: string): string => `agree-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`

/** Whether migrations and declarations, both known by their keys, are known to make the same. */
export const doAgree = (config: Config, key: string): Promise<boolean> =>
  access(join(replayFolder(config), `${nameOf(key)}.json`)).then(
    () => true,
    () => false,
  )

/** Remembers it, so that a database that is as declared needs no look at what the migrations make. */
export const agree = (config: Config, key: string): Promise<void> => keep(replayFolder(config), nameOf(key), '{}')
