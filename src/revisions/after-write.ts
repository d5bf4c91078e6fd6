import { spawn } from 'node:child_process'
import type { Config } from '../config/config.js'
import { TidemarkError } from '../errors/error.js'

/**
 * Runs the commands that the config wants run on every new migration file: a formatter, `git add`.
 * @throws TidemarkError TM331 when one of them fails; the file stays as it is then.
 */
export async function afterWrite(file: string, { root, afterWrite: commands = [] }: Config): Promise<void> {
  for (const command of commands) {
    const { code, said } = await runInShell(`${command} ${quoted(file)}`, root)
    if (code !== 0) throw failed(command, code, said, file)
  }
}

/** A path as one word of the shell. */
export const quoted = (file: string): string =>
  process.platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`

function runInShell(command: string, cwd: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said: said.trim() }))
  })
}

function failed(command: string, code: number | null, said: string, file: string): TidemarkError {
  return new TidemarkError({
    code: 'TM331',
    what: `the file is written, and \`${command}\` then failed with exit code ${code}`,
    why: said === '' ? 'it said nothing' : said.split('\n').slice(-10).join('\n'),
    fix: 'correct `afterWrite` in the config file, or what it complains of',
    at: { file },
  })
}
