import type { Database } from './database.js'
import { connect } from './connect.js'
import { quoteIdentifier, quoteLiteral } from '../sql/identifier.js'

/** A database that exists only for the time of a run. */
export interface ScratchDatabase {
  readonly database: Database
  drop(): Promise<void>
}

const prefix = 'tidemark_scratch_'

/**
 * Makes an empty database with the encoding and locale of `like`, on the same server or the one of `url`. Scratch databases
 * that a killed run left behind for an hour are dropped on the way.
 */
export async function createScratch(server: Database, url: string): Promise<ScratchDatabase> {
  const name = `${prefix}${Math.floor(Date.now() / 1000)}_${Math.random().toString(36).slice(2, 8)}`
  const [like] = await server.sql.unsafe(`
    select pg_encoding_to_char(encoding) as encoding, datcollate as collate, datctype as ctype
      from pg_database where datname = current_database()`)
  await server.sql.unsafe(
    `CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0 ENCODING ${quoteLiteral(like!['encoding'] as string)}` +
      ` LC_COLLATE ${quoteLiteral(like!['collate'] as string)} LC_CTYPE ${quoteLiteral(like!['ctype'] as string)}`,
  )
  const drop = async (): Promise<void> => {
    await server.sql.unsafe(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`)
  }
  try {
    const target = new URL(url)
    target.pathname = `/${name}`
    const settings = { synchronous_commit: 'off', check_function_bodies: 'off', jit: 'off' }
    const database = await connect(target.href, { max: 2, settings })
    return {
      database,
      drop: async () => {
        await database.close()
        await drop()
      },
    }
  } catch (error) {
    await drop()
    throw error
  }
}
