import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unprivilegedUser } from '../../src/database/system-user.js'
import { createHistory, id, step, table, tablesOf } from './history.js'

const [a, b] = [id('a'), id('b')]

/** A small file system of its own, as a tablespace; only root may mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const user = unprivilegedUser()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  return folder
}

test('a disk that is full in the middle of a migration: nothing of it stays', async ({ skip }) => {
  const disk = process.platform === 'linux' ? smallDisk() : undefined
  if (disk === undefined) return skip('no file system can be mounted here')
  const space = `disk_${process.pid}`
  const fill = `CREATE TABLE big TABLESPACE ${space} AS SELECT repeat('x', 1000) AS text FROM generate_series(1, 20000)`
  const history = await createHistory([
    { id: a, message: 'users', steps: [table('users')] },
    { id: b, message: 'big', steps: [table('devices'), step(fill, 'DROP TABLE big'), table('readings')] },
  ])
  const { sql } = history.database
  await sql.unsafe(`CREATE TABLESPACE ${space} LOCATION '${disk}'`)
  onTestFinished(async () => {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })
  const { code, stderr } = await history.run('up')
  const plain = stderr
    .replace(/\d+ ms/, 'N ms')
    .replace(/\d{8}T\d{4}_/, 'MINUTE_')
    .replace(/file "[^"]*"/, 'file "PATH"')
    .replace(' with FileFallocate()', '')
  expect({ code, plain }).toEqual({
    code: 2,
    plain: `up   ${a}  users  N ms
error TM033 disk-full  ${b} big
  what: migration ${b} failed at step 2 of 3; nothing of it was applied
  why:  could not extend file "PATH": No space left on device (SQLSTATE 53100)
        the statement was rolled back
  fix:  Check free disk space.
        make room on the disk of the server, then run the command again
  at:   migrations/MINUTE_${b}_big.ts:8
        ${fill}
`,
  })
  expect(await tablesOf(history.database)).toEqual(['users'])
  await sql.unsafe(`DROP TABLESPACE ${space}`)
})
