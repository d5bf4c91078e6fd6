import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { withDatabase } from '../../src/database/url.js'
import { buildIfStale } from './build.js'
import { startServer, template } from './embedded.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the superuser of the server that the whole run shares. */
    serverUrl: string
  }
}

/** One server for all files that are tested on a version, and an up-to-date dist. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildIfStale()
  const major = Number(project.config.env['PG_MAJOR'])
  const server = await startServer({ major, settings: { max_connections: '200', max_wal_size: '256MB' } })
  await makeTemplate(server.url)
  project.provide('serverUrl', server.url)
  const silence = process.env['NOISE'] === undefined ? undefined : makeNoise(server.url)
  return async () => {
    await silence?.()
    await server.stop()
  }
}

/**
 * Makes what `createDatabase` copies: template0, but entered once. The first session in a database writes down how its catalogs
 * look (pg_internal.init), and that is copied along: a third of what making and entering one costs.
 */
async function makeTemplate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`CREATE DATABASE ${template} TEMPLATE template0`)
  const inside = postgres(withDatabase(url, template), { max: 1 })
  await inside`SELECT 1`
  await inside.end()
  await sql.unsafe(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`)
  await sql.end()
}

/**
 * Keeps changing what belongs to the whole server, as tests of other files may at any moment: roles with all that hangs on them.
 * Returns what stops it.
 */
function makeNoise(url: string): () => Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  let stopped = false
  const done = (async () => {
    for (let n = 0; !stopped; n++) {
      const [one, other] = [`noise_${n}`, `noise_${n}_member`]
      await sql.unsafe(`CREATE ROLE ${one}`)
      await sql.unsafe(`CREATE ROLE ${other} LOGIN IN ROLE ${one}`)
      await sql.unsafe(`COMMENT ON ROLE ${one} IS 'noise'`)
      await sql.unsafe(`ALTER ROLE ${other} SET work_mem = '8MB'`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await sql.unsafe(`DROP ROLE ${other}`)
      await sql.unsafe(`DROP ROLE ${one}`)
    }
    await sql.end()
  })()
  return async () => {
    stopped = true
    await done
  }
}
