import { spawnSync } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { readFileSync } from 'node:fs'
import { withConnection } from './connection.js'
import { runProcess } from './process.js'
import { statements } from './statements.js'

const hasPsql = process.env.EXAM_PSQL !== 'no' && spawnSync('psql', ['--version']).status === 0

async function loadByPsql(url, file, atomic) {
  const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...(atomic ? ['-1'] : []), '-d', url, '-f', file]
  const env = { ...process.env, PGOPTIONS: '-c client_min_messages=warning', PGTZ: 'UTC' }
  const { code, stderr } = await runProcess('psql', args, { env })
  if (code !== 0) throw new Error(`${file} does not load: ${stderr.trim().split('\n').slice(0, 4).join('\n')}`)
}

async function run(sql, { text, data }) {
  if (data === undefined) await sql.unsafe(text).simple()
  else await pipeline(Readable.from([data]), await sql.unsafe(text).writable())
}

async function loadByDriver(url, file, atomic) {
  await withConnection(url, async (sql) => {
    const list = statements(readFileSync(file, 'utf8'))
    for (const statement of [...(atomic ? [{ text: 'BEGIN' }] : []), ...list, ...(atomic ? [{ text: 'COMMIT' }] : [])])
      try {
        await run(sql, statement)
      } catch (error) {
        throw new Error(`${file} does not load: ${error.message}\nin ${statement.text.slice(0, 300)}`, { cause: error })
      }
  })
}

/** Loads an SQL script, statement by statement, or in one transaction when `atomic`. */
export const loadScript = (url, file, { atomic = false } = {}) =>
  (hasPsql ? loadByPsql : loadByDriver)(url, file, atomic)
