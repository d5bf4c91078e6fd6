import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { TidemarkError } from '../errors/error.js'

/** A user of the operating system, by number. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: the user that its programs run as instead, and `undefined` where we are not root. */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = passwordFile().find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':').map(Number) ?? []
  if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid }
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch (cause) {
    throw new TidemarkError(
      {
        code: 'TM021',
        what: 'the embedded PostgreSQL cannot run as root',
        why: 'PostgreSQL refuses to, and this system has no user named nobody to run it as',
        fix: ['run Tidemark as a user other than root', 'or give a database with --url or DATABASE_URL'],
      },
      { cause },
    )
  }
}

function passwordFile(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
