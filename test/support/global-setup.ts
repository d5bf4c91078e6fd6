import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from './build.js'
import { startServer } from './embedded.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the superuser of the server that the whole run shares. */
    serverUrl: string
  }
}

/** One server for the whole run, and an up-to-date dist. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildIfStale()
  const server = await startServer({ settings: { max_connections: '200' } })
  project.provide('serverUrl', server.url)
  const silence = process.env['NOISE'] === undefined ? undefined : makeNoise(server.url)
  return async () => {
    await silence?.()
    await server.stop()
  }
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
