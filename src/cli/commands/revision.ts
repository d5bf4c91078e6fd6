import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark revision`: an empty migration file. */
export const revision: CommandSpec = {
  name: 'revision',
  summary: 'write an empty revision to fill in by hand',
  options: [
    { flags: '-m, --message <message>', description: 'what it does, in a few words' },
    { flags: '--head <ref>', description: 'the revision that it stands on (default: head)' },
    shared.migrations,
    shared.config,
    shared.json,
  ],
  examples: [{ command: 'tidemark revision -m "move totals to cents"', does: 'a new file on top of the head' }],
  async run({ flags, config, output }) {
    const { message, head = 'head' } = flags
    if (typeof message !== 'string' || message.trim() === '') {
      throw new TidemarkError({
        code: 'TM007',
        what: 'the revision has no message',
        fix: 'say what it does: tidemark revision -m "…"',
      })
    }
    const [{ loadHistory }, { resolveRef }, { newRevisionId }, { writeFromTemplate }] = await Promise.all([
      import('../../revisions/load.js'),
      import('../../revisions/refs.js'),
      import('../../revisions/file-name.js'),
      import('../../revisions/template.js'),
    ])
    const { migrations, root } = await config()
    const { graph } = await loadHistory(migrations, { optional: true })
    const parents = resolveRef(String(head), { graph })
    const id = newRevisionId()
    const file = await writeFromTemplate({ revision: id, parents, message }, migrations)
    const { relative } = await import('node:path')
    if (output.json) output.document({ revision: id, parents, message, file })
    else output.note(`Wrote ${relative(root, file)}`)
    return exitCodes.done
  },
}
