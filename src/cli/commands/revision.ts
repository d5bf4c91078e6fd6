import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { placeOptions, textFlag, wishOf } from '../flags.js'
import { shared } from '../options.js'

/** `tidemark revision`: an empty migration file. */
export const revision: CommandSpec = {
  name: 'revision',
  summary: 'write an empty revision to fill in by hand',
  options: [
    { flags: '-m, --message <message>', description: 'what it does, in a few words' },
    ...placeOptions,
    { flags: '--template <name>', description: 'empty, concurrently, a file of your templates folder, or a path' },
    shared.migrations,
    shared.config,
    shared.json,
  ],
  examples: [
    { command: 'tidemark revision -m "move totals to cents"', does: 'a new file on top of the head' },
    { command: 'tidemark revision -m carts --head 3f9c --splice --branch-label cart', does: 'a new branch' },
    { command: 'tidemark revision -m "index totals" --template concurrently', does: 'from a template' },
  ],
  async run(invocation) {
    const { flags, config, output } = invocation
    const message = flags['message']
    if (typeof message !== 'string' || message.trim() === '') {
      throw new TidemarkError({
        code: 'TM007',
        what: 'the revision has no message',
        fix: 'say what it does: tidemark revision -m "…"',
      })
    }
    const [{ loadHistory }, { placeRevision }, { writeFromTemplate }, { afterWrite }, { relative }] = await Promise.all(
      [
        import('../../revisions/load.js'),
        import('../../revisions/place.js'),
        import('../../revisions/template.js'),
        import('../../revisions/after-write.js'),
        import('node:path'),
      ],
    )
    const settings = await config()
    const { graph } = await loadHistory(settings.migrations, { optional: true })
    const head = placeRevision(graph, { ...wishOf(invocation), message })
    const file = await writeFromTemplate(head, settings, textFlag(invocation, 'template'))
    await afterWrite(file, settings)
    if (output.json) output.document({ ...head, file })
    else output.note(`Wrote ${relative(settings.root, file)}`)
    return exitCodes.done
  },
}
