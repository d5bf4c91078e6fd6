import { randomBytes } from 'node:crypto'
import { quoteIdentifier, quoteLiteral } from '../sql/identifier.js'
import { TidemarkError } from '../errors/error.js'
import type { Database } from './database.js'
import { connect } from './connect.js'
import { isServerError } from './postgres-error.js'
import { parseUrl, withDatabase, withLogin } from './url.js'

/** A database that exists only for the time of a run. */
export interface ScratchDatabase {
  readonly database: Database
  readonly url: string
  drop(): Promise<void>
}

const prefix = 'tidemark_scratch_'
/** A scratch database that is older belongs to a run that was killed. */
const abandonedAfter = 3600

/**
 * Makes an empty database with the encoding and locale of `target`'s, on the server that `server` is connected to. Scratch
 * databases that killed runs left behind are dropped on the way.
 */
export async function createScratch(target: Database, server: Database, url: string): Promise<ScratchDatabase> {
  const now = Math.floor(Date.now() / 1000)
  const name = `${prefix}${now}_${Math.random().toString(36).slice(2, 8)}`
  const [locale, strategy] = await Promise.all([localeOf(target), strategyOf(server)])
  await create(`${quoteIdentifier(name)} TEMPLATE template0${strategy}`, locale, server, server !== target)
  await dropAbandoned(server, now - abandonedAfter)
  const drop = async (): Promise<void> => {
    await server.sql.unsafe(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`)
  }
  try {
    const settings = { synchronous_commit: 'off', check_function_bodies: 'off', jit: 'off' }
    const own = withDatabase(url, name)
    const database = await connect(own, { max: 2, settings })
    return {
      database,
      url: own,
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

/** The options of CREATE DATABASE that make strings sort and fold as they do in a database. */
async function localeOf({ sql, server: { major } }: Database): Promise<string> {
  const locale = major >= 17 ? 'datlocale' : major >= 15 ? 'daticulocale' : 'null'
  const [row] = await sql.unsafe(`
    select pg_encoding_to_char(encoding) as encoding, datcollate as collate, datctype as ctype,
           ${major >= 15 ? 'datlocprovider' : `'c'`} as provider, ${locale} as locale
      from pg_database where datname = current_database()`)
  const { encoding, collate, ctype, provider, locale: name } = row as unknown as Record<string, string>
  const options = [
    `ENCODING ${quoteLiteral(encoding!)}`,
    `LC_COLLATE ${quoteLiteral(collate!)}`,
    `LC_CTYPE ${quoteLiteral(ctype!)}`,
  ]
  if (provider === 'i') options.push(`LOCALE_PROVIDER icu ICU_LOCALE ${quoteLiteral(name!)}`)
  else if (provider === 'b') options.push(`LOCALE_PROVIDER builtin BUILTIN_LOCALE ${quoteLiteral(name!)}`)
  else if (major >= 15) options.push('LOCALE_PROVIDER libc')
  return options.join(' ')
}

/**
 * How template0 is copied. From 15 on PostgreSQL does it through the log, because copies of files need checkpoints; where the
 * server does not wait for its disk, as an embedded one does not, these cost nothing, and files take a sixth of the time.
 */
async function strategyOf({ sql, server }: Database): Promise<string> {
  if (server.major < 15) return ''
  const [row] = await sql.unsafe(`select current_setting('fsync') as fsync`)
  return row!['fsync'] === 'off' ? ' STRATEGY file_copy' : ''
}

async function create(what: string, locale: string, { sql }: Database, foreign: boolean): Promise<void> {
  const statement = `CREATE DATABASE ${what}`
  try {
    await sql.unsafe(`${statement} ${locale}`)
  } catch (error) {
    // Another server need not have the target's locale; its own then decides how strings sort.
    if (!foreign || !isServerError(error) || !['22023', '42809', '22P02'].includes(error.code)) throw error
    await sql.unsafe(statement)
  }
}

async function dropAbandoned({ sql }: Database, before: number): Promise<void> {
  const rows = await sql.unsafe(
    `select datname as name from pg_database where datname ~ '^${prefix}\\d+_' and split_part(datname, '_', 3)::int8 < ${before}`,
  )
  for (const { name } of rows as unknown as { name: string }[])
    await sql.unsafe(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)}`).catch(() => undefined)
}

/** Who is there on a scratch server that is thrown away afterwards. */
export interface ScratchRoles {
  /** The role that works, and so owns what is made. */
  readonly as: string
  /** Roles that only have to exist. */
  readonly others: readonly string[]
}

export interface ScratchOptions {
  /** Of the target. */
  readonly url: string
  readonly scratchUrl?: string
  /** On an embedded server only: what runs there may change the whole cluster. */
  readonly apart?: boolean
  readonly guests?: ScratchRoles
}

/**
 * Runs something on an empty database, which is gone afterwards: on the server of `scratchUrl`, else on the target's own,
 * else (where the role may not make databases there) on an embedded server of the same major.
 * @throws TidemarkError TM111 where none of these can be had
 */
export async function withScratch<T>(
  target: Database,
  { url, scratchUrl, guests, apart = false }: ScratchOptions,
  use: (scratch: Database, url: string) => Promise<T>,
): Promise<T> {
  if (apart) return await onEmbedded(target, use, guests)
  if (scratchUrl !== undefined) {
    const server = await connect(scratchUrl, { max: 1 })
    try {
      refuseOtherMajor(target, server)
      return await using(await createScratch(target, server, scratchUrl), use)
    } finally {
      await server.close()
    }
  }
  const own = await createScratch(target, target, url).catch((error: unknown) => {
    // 42501: may not create databases; 25006: a standby; 55006 and 53300 are not ours to work around.
    if (isServerError(error) && (error.code === '42501' || error.code === '25006')) return undefined
    throw error
  })
  return own === undefined ? await onEmbedded(target, use, guests) : await using(own, use)
}

async function using<T>(scratch: ScratchDatabase, use: (scratch: Database, url: string) => Promise<T>): Promise<T> {
  try {
    return await use(scratch.database, scratch.url)
  } finally {
    await scratch.drop()
  }
}

async function onEmbedded<T>(
  target: Database,
  use: (scratch: Database, url: string) => Promise<T>,
  guests?: ScratchRoles,
): Promise<T> {
  const { startEmbedded } = await import('./embedded.js')
  const embedded = await startEmbedded({ major: target.server.major }).catch((cause: unknown) => {
    throw noScratch(target, cause)
  })
  try {
    const url = guests === undefined ? embedded.url : await invite(guests, embedded.url)
    const server = await connect(url, { max: 1 })
    try {
      return await using(await createScratch(target, server, url), use)
    } finally {
      await server.close()
    }
  } finally {
    await embedded.stop()
  }
}

/** Makes roles on a server of our own; gives the connection string of the one who works there. */
async function invite({ as, others }: ScratchRoles, url: string): Promise<string> {
  const server = await connect(url, { max: 1 })
  const superuser = parseUrl(url).user
  try {
    for (const name of others)
      if (name !== superuser && name !== as) await server.sql.unsafe(`CREATE ROLE ${quoteIdentifier(name)}`)
    if (as === superuser) return url
    const password = randomBytes(18).toString('base64url')
    const login = `SUPERUSER LOGIN PASSWORD ${quoteLiteral(password)}`
    await server.sql.unsafe(`CREATE ROLE ${quoteIdentifier(as)} ${login}`)
    return withLogin(url, as, password)
  } finally {
    await server.close()
  }
}

function refuseOtherMajor(target: Database, scratch: Database): void {
  if (target.server.major === scratch.server.major) return
  throw new TidemarkError({
    code: 'TM111',
    what: `the scratch server is PostgreSQL ${scratch.server.major}, and ${target.name} is PostgreSQL ${target.server.major}`,
    why: 'each major prints expressions in its own way, so that equal schemas would look different',
    fix: 'name a scratch server of the same major with --scratch-url',
  })
}

const noScratch = (target: Database, cause?: unknown): TidemarkError =>
  new TidemarkError(
    {
      code: 'TM111',
      what: `there is no place for a scratch database`,
      why: `the role may not create databases on the server of ${target.name}, and no embedded PostgreSQL ${target.server.major} is installed`,
      fix: ['let the role create databases: ALTER ROLE … CREATEDB', 'or name another server with --scratch-url'],
    },
    { cause },
  )
