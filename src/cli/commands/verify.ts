import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark verify`: proves that every revision can be taken back. */
export const verify: CommandSpec = {
  name: 'verify',
  summary: 'prove up, down and up again of every revision on a scratch database',
  description:
    'Runs every revision up, down and up again, and compares what the database holds before and after. Every step is also run ' +
    'over rows that are made up, and is lossless, lossy (rows or values do not come back) or irreversible (it has no way back). ' +
    'By default on an embedded server that is thrown away, since migrations may make roles, which belong to a whole server. ' +
    'Exit code 10 when a revision cannot be taken back, or does not come back to where it began.',
  options: [
    { flags: '--lossless', description: 'a step that loses rows or values on its way back counts as well' },
    shared.migrations,
    shared.scratchUrl,
    shared.config,
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark verify', does: 'one line a revision' },
    { command: 'tidemark verify --lossless --json', does: 'a gate in CI that lets nothing be lost' },
  ],
  async run({ config, flags, output }) {
    const [{ verify: prove }, { loadHistory }, { currentOrigin }, { withScratchUrl }, presenter] = await Promise.all([
      import('../../verify/verify.js'),
      import('../../revisions/load.js'),
      import('../../runner/origin.js'),
      import('../../runner/scratch-url.js'),
      import('../presenters/verify.js'),
    ])
    const { migrations, scratchUrl } = await config()
    const history = await loadHistory(migrations)
    const verified = await withScratchUrl(scratchUrl, (url) =>
      prove({
        url,
        history,
        origin: currentOrigin(migrations),
        onVerified: (item) => presenter.presentVerified(item, output),
      }),
    )
    return presenter.presentVerdict(
      verified,
      { of: history.graph.order.length, lossless: flags['lossless'] === true },
      output,
    )
  },
}
