import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { Config } from '../../config/config.js'
import type { Orders } from '../../merge/orders.js'
import type { History } from '../../revisions/load.js'
import type { CommandSpec, Invocation } from '../command.js'
import { listFlag, textFlag } from '../flags.js'
import { shared } from '../options.js'

/** `tidemark merge`: makes one head of several. */
export const merge: CommandSpec = {
  name: 'merge',
  summary: 'join branches of the history, or put one on top of the other',
  description:
    'Writes a revision without steps that stands on several heads. Before, the branches are applied to scratch databases in both ' +
    'orders: it says which objects both touch, and refuses (exit code 3) when the order matters. With --rebase no revision is ' +
    'written: `parents` of a branch that the database does not hold yet is changed, so that it stands on the other one.',
  args: [{ name: '[refs...]', description: 'what to join (default: all heads)' }],
  options: [
    { flags: '-m, --message <message>', description: 'the message (default: made from those of the branches)' },
    { flags: '--branch-label <name>', description: 'a name for the branch that begins here', repeatable: true },
    { flags: '--rev-id <id>', description: 'its id (default: twelve digits at random)' },
    { flags: '--splice', description: 'let it stand on a revision that has a successor' },
    {
      flags: '--rebase [ref]',
      description: 'put the branch of this revision on top of the others (default: the newest that is not applied)',
    },
    { flags: '--no-check', description: 'do not try the branches on scratch databases' },
    ...[shared.allow, shared.migrations, shared.scratchUrl, shared.url, shared.config, shared.json],
  ],
  examples: [
    { command: 'tidemark merge', does: 'one head again' },
    { command: 'tidemark merge cart@head 3f9c -m "carts are in"', does: 'these two only' },
    { command: 'tidemark merge --rebase', does: 'the branch that nobody applied yet comes after the other' },
  ],
  async run(invocation) {
    const { args, flags, config, output } = invocation
    const [{ loadHistory }, { revisionsToMerge }] = await Promise.all([
      import('../../revisions/load.js'),
      import('../../merge/merge.js'),
    ])
    const settings = await config()
    const history = await loadHistory(settings.migrations)
    const rebases = flags['rebase'] !== undefined
    if (rebases) refuseWithRebase(invocation)
    const revisions = rebases ? history.graph.heads : revisionsToMerge(history, args)
    if (revisions.length < 2) {
      if (output.json) output.document({ revision: null, file: null, moved: [] })
      else output.note('There is one head; nothing to merge.')
      return exitCodes.done
    }
    if (rebases) await move(history, settings, invocation)
    else await write(history, revisions, settings, invocation)
    return exitCodes.done
  },
}

/** A rebase writes no revision, and moves one branch onto all other heads. */
function refuseWithRebase({ args, flags }: Invocation): void {
  const names = { message: '--message', branchLabel: '--branch-label', revId: '--rev-id', splice: '--splice' } as const
  const given = Object.entries(names).flatMap(([flag, name]) => (flags[flag] === undefined ? [] : name))
  const [without] = [...args, ...given]
  if (without === undefined) return
  throw new TidemarkError({
    code: 'TM007',
    what: `--rebase goes without ${without}`,
    why: 'it writes no revision, and puts one branch on top of all other heads',
    fix: 'name the branch that is to be moved: tidemark merge --rebase REF',
  })
}

/**
 * Applies the branches in both orders; with `moved`, the order in which that head comes last is all that counts.
 * @throws TidemarkError TM330 when the order matters.
 */
async function tried(
  history: History,
  heads: readonly string[],
  { scratchUrl, allow }: Config,
  { flags, output }: Invocation,
  moved?: string,
): Promise<Orders | undefined> {
  if (flags['check'] === false) return undefined
  const [{ tryOrders }, { conflict }] = await Promise.all([
    import('../../merge/orders.js'),
    import('../../merge/refusals.js'),
  ])
  const orders = await tryOrders(history, heads, { scratchUrl })
  const problem = conflict(history.graph, orders, moved)
  if (problem !== undefined && !allow.includes('all') && !allow.includes('TM330')) throw problem
  const either = problem === undefined && moved === undefined ? '; either order gives the same schema' : ''
  if (orders.shared.length === 0) output.note('The branches touch no object in common.')
  else output.note(`The branches both touch ${orders.shared.join(', ')}${either}.`)
  return orders
}

async function write(
  history: History,
  parents: readonly string[],
  config: Config,
  invocation: Invocation,
): Promise<void> {
  const [{ writeMerge }, { relative }] = await Promise.all([import('../../merge/merge.js'), import('node:path')])
  const wish = {
    message: textFlag(invocation, 'message'),
    labels: listFlag(invocation, 'branchLabel'),
    revision: textFlag(invocation, 'revId'),
    splice: invocation.flags['splice'] === true,
  }
  const orders = await tried(history, parents, config, invocation)
  const written = await writeMerge(history, parents, wish, config)
  const { output } = invocation
  if (output.json) output.document({ ...written, moved: [], shared: orders?.shared ?? null })
  else output.note(`Wrote ${relative(config.root, written.file)}\nNext: tidemark up`)
}

async function move(history: History, config: Config, invocation: Invocation): Promise<void> {
  const { flags, output } = invocation
  const [{ headToMove, moveBranch }, { readStateIfAny }, { relative }] = await Promise.all([
    import('../../merge/merge.js'),
    import('../read-state.js'),
    import('node:path'),
  ])
  const { state, database = 'the database' } = await readStateIfAny(config, output)
  const head = headToMove(history, state, textFlag({ flags }, 'rebase'), database)
  const orders = await tried(history, history.graph.heads, config, invocation, head)
  const moved = await moveBranch(history, head)
  if (output.json) output.document({ revision: null, file: null, moved, shared: orders?.shared ?? null })
  for (const { revision, message, parents, file } of output.json ? [] : moved)
    output.note(`${revision}  ${message}  now stands on ${parents.join(', ')}: ${relative(config.root, file)}`)
}
