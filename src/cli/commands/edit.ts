import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark edit`: a migration file in the editor. */
export const edit: CommandSpec = {
  name: 'edit',
  summary: 'open a migration file in your editor',
  description:
    'Opens the files with what VISUAL or EDITOR says, and loads them afterwards, so that a mistake shows at once.',
  args: [{ name: '[refs...]', description: 'revisions; `current` is the one that the database is at (default: head)' }],
  options: [shared.migrations, shared.config, shared.url, shared.json],
  examples: [
    { command: 'tidemark edit', does: 'the last revision' },
    { command: 'tidemark edit "wider totals"', does: 'by its message' },
  ],
  async run({ args, config, output }) {
    const { readStateFor } = await import('../read-state.js')
    const { resolveRevision } = await import('../../revisions/refs.js')
    const settings = await config()
    const refs = args.length === 0 ? ['head'] : args
    const { history, context } = await readStateFor(refs, settings, output)
    const revisions = refs.map((ref) => {
      const id = resolveRevision(ref, context)
      const file = history.graph.nodes.get(id)?.file
      if (file === undefined) throw noFile(id)
      return { revision: id, file }
    })
    await open(revisions.map(({ file }) => file))
    const { loadHistory } = await import('../../revisions/load.js')
    await loadHistory(settings.migrations)
    if (output.json) output.document(revisions)
    return exitCodes.done
  },
}

async function open(files: readonly string[]): Promise<void> {
  const editor = process.env['VISUAL'] || process.env['EDITOR']
  if (editor === undefined || editor === '') throw noEditor(files)
  const { spawn } = await import('node:child_process')
  const { quoted } = await import('../../revisions/after-write.js')
  // The editor has the terminal; what it prints is no data of ours.
  const child = spawn(`${editor} ${files.map(quoted).join(' ')}`, {
    shell: true,
    stdio: [process.stdin.isTTY ? 'inherit' : 'ignore', process.stderr, 'inherit'],
  })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code === 0) return
  throw new TidemarkError({
    code: 'TM333',
    what: `the editor \`${editor}\` ended with exit code ${code}`,
    fix: 'correct VISUAL or EDITOR',
  })
}

function noEditor(files: readonly string[]): TidemarkError {
  return new TidemarkError({
    code: 'TM333',
    what: 'no editor is known',
    why: 'neither VISUAL nor EDITOR is set',
    fix: ['set EDITOR, as in: EDITOR=vim tidemark edit', ...files.map((file) => `or open it yourself: ${file}`)],
  })
}

function noFile(revision: string): TidemarkError {
  return new TidemarkError({
    code: 'TM309',
    what: `revision ${revision} has no migration file`,
    why: 'it is known from the ledger of the database only',
    fix: 'check out the files that belong to this database',
  })
}
