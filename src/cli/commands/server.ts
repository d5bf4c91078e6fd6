import { TidemarkError, exitCodes } from '../../errors/error.js'
import type { CommandSpec, Invocation } from '../command.js'
import { shared } from '../options.js'

const actions = ['status', 'start', 'stop', 'url'] as const

/** `tidemark server`: the embedded PostgreSQL of the project. */
export const server: CommandSpec = {
  name: 'server',
  summary: 'show, start or stop the embedded PostgreSQL of this project',
  description:
    'The embedded PostgreSQL of this project, which commands use and start when no database is given. It listens on ' +
    '127.0.0.1 only, keeps its data in .tidemark/server, and favours speed over surviving a power cut: it is for development. ' +
    'It stays when a command ends or is interrupted, so that the next one need not start it, until tidemark server stop.',
  args: [
    {
      name: '[action]',
      description: `one of ${actions.join(', ')} (default: status); url prints a connection string with its password`,
    },
  ],
  options: [shared.config, shared.json, shared.quiet],
  examples: [
    { command: 'tidemark server', does: 'whether it runs, and where' },
    { command: 'psql "$(tidemark server url)"', does: 'open it in psql; starts it if need be' },
    { command: 'tidemark server stop', does: 'stop it; the data stays' },
  ],
  async run(invocation) {
    const action = invocation.args[0] ?? 'status'
    if (!isAction(action)) {
      throw new TidemarkError({
        code: 'TM007',
        what: `server has no action ${action}`,
        fix: `use one of ${actions.join(', ')}`,
      })
    }
    await perform(action, await projectRoot(invocation), invocation.output)
    return exitCodes.done
  },
}

const isAction = (text: string): text is (typeof actions)[number] => (actions as readonly string[]).includes(text)

/** Also a folder without a config file may have a server. */
async function projectRoot({ config }: Invocation): Promise<string> {
  try {
    return (await config()).root
  } catch (error) {
    if (error instanceof TidemarkError && error.diagnostics[0]?.code === 'TM001') return process.cwd()
    throw error
  }
}

async function perform(action: (typeof actions)[number], root: string, output: Invocation['output']): Promise<void> {
  const { findProjectServer, startProjectServer, stopProjectServer } = await import('../../database/project-server.js')
  if (action === 'stop') {
    const stopped = await stopProjectServer(root)
    if (output.json) output.document({ running: false, stopped })
    else output.note(stopped ? 'Stopped.' : 'It was not running.')
    return
  }
  if (action !== 'status') await startProjectServer(root)
  const { server: found, dataDir } = await findProjectServer(root)
  if (action === 'url') {
    if (output.json) output.document({ url: found!.url })
    else output.data(found!.url)
    return
  }
  const { databaseName } = await import('../../database/url.js')
  const name = found === undefined ? undefined : databaseName(found.url)
  if (output.json)
    output.document({ running: found !== undefined, major: found?.major ?? null, database: name ?? null, dataDir })
  else
    output.data(
      found === undefined
        ? `not running; data in ${dataDir}`
        : `PostgreSQL ${found.major} at ${name}; data in ${dataDir}`,
    )
}
