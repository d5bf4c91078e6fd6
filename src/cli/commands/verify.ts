import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark verify`: proves that every revision can be taken back. */
export const verify: CommandSpec = {
  name: 'verify',
  summary: 'prove up, down and up again of every revision on a scratch database',
  description:
    'Runs every revision up, down and up again, and compares what the database holds before and after. By default on an embedded ' +
    'server that is thrown away, since migrations may make roles, which belong to a whole server. Exit code 10 when one cannot be taken back.',
  options: [shared.migrations, shared.scratchUrl, shared.config, shared.json, shared.quiet],
  examples: [{ command: 'tidemark verify', does: 'one line a revision' }],
  async run({ config, output }) {
    const [{ verify: prove }, { loadHistory }, { currentOrigin }, { withScratchUrl }, { fingerprintOf }] =
      await Promise.all([
        import('../../runner/verify.js'),
        import('../../revisions/load.js'),
        import('../../runner/origin.js'),
        import('../../runner/scratch-url.js'),
        import('../../runner/fingerprint.js'),
      ])
    const { migrations, scratchUrl } = await config()
    const history = await loadHistory(migrations)
    const { green, red } = output.style
    const verified = await withScratchUrl(scratchUrl, (url) =>
      prove({
        url,
        history,
        origin: currentOrigin(migrations),
        fingerprint: fingerprintOf,
        onVerified({ revision, message, verdict }) {
          const colour = verdict === 'reversible' ? green : red
          if (!output.json) output.data(`${colour(verdict.padEnd(12))}  ${revision}  ${message}`)
        },
      }),
    )
    if (output.json) output.document({ revisions: verified })
    const failed = verified.filter(({ verdict }) => verdict !== 'reversible')
    if (failed.length === 0) return exitCodes.done
    for (const { revision, message, file, verdict } of failed) {
      output.diagnostic(
        new TidemarkError({
          code: 'TM326',
          subject: `${revision} ${message}`,
          what:
            verdict === 'no way back'
              ? 'a step says nothing about its way back'
              : `after ${verdict.split(' ')[0]}, the scratch database is not what it was`,
          fix: 'correct `down` of the step',
          ...(file === undefined ? {} : { at: { file } }),
        }).diagnostics[0]!,
      )
    }
    return exitCodes.notReversible
  },
}
