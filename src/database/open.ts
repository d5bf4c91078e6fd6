import type { Config } from '../config/config.js'
import { connect, type ConnectOptions } from './connect.js'
import type { Database } from './database.js'

/** The connection string of a run's database. Without one, that of the project's embedded server, which is started if need be. */
export async function databaseUrl(
  config: Pick<Config, 'url' | 'root'>,
  note: (text: string) => void = () => {},
): Promise<string> {
  if (config.url !== undefined) return config.url
  const { findProjectServer, startProjectServer } = await import('./project-server.js')
  const { server: running } = await findProjectServer(config.root)
  if (running !== undefined) return running.url
  const { url, major } = await startProjectServer(config.root)
  note(
    `Started the embedded PostgreSQL ${major} of this project, as no --url or DATABASE_URL is given. It stays until: tidemark server stop`,
  )
  return url
}

/** Connects to the database of a run. */
export async function openDatabase(
  config: Pick<Config, 'url' | 'root'>,
  options: ConnectOptions = {},
): Promise<Database> {
  return connect(await databaseUrl(config, options.note), options)
}
