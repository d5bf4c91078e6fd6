import { databaseName } from '../database/url.js'
import { exitCodes, TidemarkError } from '../errors/error.js'
import { deviations, type ReplayOptions } from '../replay/deviations.js'
import type { Output } from './output.js'
import { changeLines } from './presenters/changes.js'

/**
 * Refuses when a database holds anything else than what revisions give.
 * @param except Objects that may be there.
 * @throws TidemarkError TM344 (exit code 3) with the differences.
 */
export async function refuseDeviation(
  target: readonly string[],
  options: Omit<ReplayOptions, 'scratchUrl'> & { readonly scratchUrl: string | undefined },
  output: Output,
  except: (id: string) => boolean = () => false,
): Promise<void> {
  const { scratchUrl, ...rest } = options
  const all = await deviations(target, { ...rest, ...(scratchUrl === undefined ? {} : { scratchUrl }) })
  const found = all.filter(({ id }) => !except(id))
  if (found.length === 0) return
  const at = target.length === 0 ? 'base' : target.join(', ')
  throw new TidemarkError(
    {
      code: 'TM344',
      what: `${databaseName(options.url)} is not what ${at} gives; nothing was stamped`,
      why: `beyond it (+), missing (-), different (~):\n${changeLines(found, output.style).join('\n')}`,
      fix: [
        'find the revision that fits: tidemark identify',
        'or bring the database there first',
        'or stamp without --verify',
      ],
    },
    { exitCode: exitCodes.refused },
  )
}
