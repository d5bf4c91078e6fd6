import { fileURLToPath } from 'node:url'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from '../../src/database/embedded.js'

/** The major version that this run tests on: PG_MAJOR, by default the newest. */
export const testedMajor = Number(process.env['PG_MAJOR'] ?? 18)

/** Starts a throwaway server of a major version; older ones come from `test/servers`. */
export function startServer(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const major = options.major ?? testedMajor
  const alias = `../servers/node_modules/pg${major}-${process.platform}-${process.arch}`
  const packageDir = major === 18 ? {} : { packageDir: fileURLToPath(new URL(alias, import.meta.url)) }
  return startEmbedded({ ...packageDir, ...options, major })
}
