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
  return async () => {
    await server.stop()
  }
}
