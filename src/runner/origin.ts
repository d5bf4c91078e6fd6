import { existsSync, readFileSync, statSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { version } from '../config/version.js'

/** Who runs, from where and with what: written to the ledger beside every change. */
export interface Origin {
  readonly who: string
  readonly host: string
  readonly pid: number
  readonly toolVersion: string
  /** The commit that is checked out where the migrations are. */
  readonly gitCommit?: string
}

export function currentOrigin(folder: string): Origin {
  const gitCommit = checkedOutCommit(folder)
  return {
    who: userName(),
    host: hostname(),
    pid: process.pid,
    toolVersion: version,
    ...(gitCommit === undefined ? {} : { gitCommit }),
  }
}

/** In a container the user id may have no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return process.env['USER'] ?? `uid ${process.getuid?.() ?? '?'}`
  }
}

/** Read from git's own files: starting git would cost more than a migration. */
function checkedOutCommit(folder: string): string | undefined {
  try {
    let at = resolve(folder)
    while (!existsSync(join(at, '.git'))) {
      if (dirname(at) === at) return undefined
      at = dirname(at)
    }
    const git = gitFolder(join(at, '.git'))
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim()
    return head.startsWith('ref: ') ? readGitRef(git, head.slice('ref: '.length)) : head
  } catch {
    return undefined
  }
}

/** A worktree has a file that says where its folder is. */
function gitFolder(path: string): string {
  if (statSync(path).isDirectory()) return path
  return resolve(dirname(path), readFileSync(path, 'utf8').replace('gitdir:', '').trim())
}

function readGitRef(git: string, ref: string): string | undefined {
  const common = existsSync(join(git, 'commondir'))
    ? resolve(git, readFileSync(join(git, 'commondir'), 'utf8').trim())
    : git
  for (const folder of [git, common]) {
    if (existsSync(join(folder, ref))) return readFileSync(join(folder, ref), 'utf8').trim()
  }
  const packed = readFileSync(join(common, 'packed-refs'), 'utf8')
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0]
}
