import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TidemarkError } from '../errors/error.js'
import { canEnter } from './embedded-binaries.js'
import { findEmbedded, startEmbedded, stopEmbedded, type EmbeddedServer } from './embedded.js'
import { unprivilegedUser } from './system-user.js'

/** The server of a project, running: started when it does not run yet. It stays when the command ends. */
export async function startProjectServer(root: string): Promise<EmbeddedServer> {
  const dataDir = await dataFolder(root)
  const running = await findEmbedded(dataDir)
  if (running !== undefined) return running
  await mkdir(join(root, '.tidemark', 'server'), { recursive: true })
  const ignore = join(root, '.tidemark', '.gitignore')
  if (!existsSync(ignore)) await writeFile(ignore, '*\n')
  return startEmbedded({ dataDir, persistent: true })
}

/** The server of a project when it runs, and where its data lies either way. */
export async function findProjectServer(root: string): Promise<{ dataDir: string; server?: EmbeddedServer }> {
  const dataDir = await dataFolder(root)
  const server = await findEmbedded(dataDir)
  return { dataDir, ...(server === undefined ? {} : { server }) }
}

/** False when it was not running. */
export async function stopProjectServer(root: string): Promise<boolean> {
  return stopEmbedded(await dataFolder(root))
}

/**
 * `.tidemark/server/data` of the project; where we are root and the user that PostgreSQL runs as instead cannot come in
 * (a project below /root), a folder of the system's place for temporary files.
 */
async function dataFolder(root: string): Promise<string> {
  const user = unprivilegedUser()
  if (user === undefined || (await canEnter(root, user))) return join(root, '.tidemark', 'server', 'data')
  const outside = join(tmpdir(), `tidemark-server-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  await mkdir(outside, { mode: 0o755 }).catch(() => {})
  const found = await lstat(outside)
  // The name can be guessed: a folder that someone else made is not ours to use.
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new TidemarkError({
      code: 'TM021',
      what: 'the embedded PostgreSQL has no safe place for its data',
      why: `${outside} belongs to another user, or others may write to it`,
      fix: [`remove ${outside}`, 'or give a database with --url or DATABASE_URL'],
    })
  }
  return join(outside, 'data')
}
