import { randomBytes } from 'node:crypto'
import { connect } from '../database/connect.js'
import { withDatabase } from '../database/url.js'

/** Gives `use` an empty database: on the server of `url`, else on an embedded one that is thrown away. */
export async function withScratchUrl<T>(url: string | undefined, use: (url: string) => Promise<T>): Promise<T> {
  if (url === undefined) {
    const { startEmbedded } = await import('../database/embedded.js')
    const server = await startEmbedded()
    try {
      return await use(server.url)
    } finally {
      await server.stop()
    }
  }
  const server = await connect(url, { max: 1 })
  const name = `tidemark_scratch_${Math.floor(Date.now() / 1000)}_${randomBytes(3).toString('hex')}`
  try {
    await server.sql.unsafe(`CREATE DATABASE ${name} TEMPLATE template0`)
    return await use(withDatabase(url, name))
  } finally {
    await server.sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.close()
  }
}
