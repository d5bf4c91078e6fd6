import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { Deviation } from '../../replay/deviations.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark identify`: where in the history is a database of which nobody knows. */
export const identify: CommandSpec = {
  name: 'identify',
  summary: 'find the revision that a database without a ledger is at',
  description:
    'Applies the revisions one after the other to a scratch database and compares it with the live one after each, in the order ' +
    'of the history. Changes nothing. Exit code 5 when none fits: the nearest is shown with what differs.',
  options: [shared.scratchUrl, shared.url, shared.migrations, shared.config, shared.json, shared.quiet],
  examples: [
    { command: 'tidemark identify', does: 'the revision, for tidemark stamp' },
    { command: 'tidemark identify --json --url "$OLD_DATABASE"', does: 'for a script' },
  ],
  async run({ config, output }) {
    const [{ loadHistory }, { tips }, { databaseUrl }, { databaseName }, { deviations }, presenters] =
      await Promise.all([
        import('../../revisions/load.js'),
        import('../../revisions/graph.js'),
        import('../../database/open.js'),
        import('../../database/url.js'),
        import('../../replay/deviations.js'),
        import('../presenters/changes.js'),
      ])
    const { migrations, scratchUrl, ...rest } = await config()
    const history = await loadHistory(migrations)
    const url = await databaseUrl(rest, (text) => output.note(text))
    const reached: { readonly at: readonly string[]; readonly deviation: Deviation }[] = []
    await deviations(
      history.graph.heads,
      { history, url, ...(scratchUrl === undefined ? {} : { scratchUrl }) },
      (applied, deviation) => void reached.push({ at: tips(history.graph, new Set(applied)), deviation }),
    )
    const least = Math.min(...reached.map(({ deviation }) => deviation.length))
    // Of several that fit, a later one changed rows only.
    const best = reached.findLast(({ deviation }) => deviation.length === least)!
    const name = (at: readonly string[]): string => (at.length === 0 ? 'base' : at.join(' '))
    const fitting = reached.filter(({ deviation }) => deviation.length === 0).map(({ at }) => at)
    if (output.json) {
      const differences = best.deviation.map(presenters.changeJson)
      output.document({ database: databaseName(url), fits: fitting, nearest: best.at, differences })
    } else if (least === 0) {
      for (const at of fitting)
        output.data(`${name(at)}  ${at.map((id) => history.graph.nodes.get(id)!.message).join(', ')}`.trimEnd())
      output.note(`Next: tidemark stamp ${name(best.at)}`)
    }
    if (least === 0) return exitCodes.done
    output.diagnostic(
      new TidemarkError({
        code: 'TM345',
        what: `${databaseName(url)} is not what any revision gives; the nearest is ${name(best.at)}`,
        why: `beyond it (+), missing (-), different (~):\n${presenters.changeLines(best.deviation, output.style).join('\n')}`,
        fix: 'undo what was changed by hand, or stamp the nearest and let autogenerate write what differs',
      }).diagnostics[0]!,
    )
    return exitCodes.drift
  },
}
