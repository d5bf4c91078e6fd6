import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, mustExit } from './failure.js'

/** Writes a database as declarations; returns their folder. */
export async function pull({ cwd, tool }, url, name = 'schema') {
  const schema = join(cwd, name)
  mustExit('pull', await tool.run('pull', '--url', url, '--out', schema))
  if (!existsSync(schema)) throw new Failure('pull', 'exit 0, but nothing was written')
  return schema
}
