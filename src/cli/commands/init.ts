import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

/** `tidemark init`: a project that works at once. */
export const init: CommandSpec = {
  name: 'init',
  summary: 'write a config, a schema and an empty migrations folder',
  options: [
    {
      flags: '--template <name>',
      description: 'what the schema begins with',
      choices: ['telemetry', 'blank'],
      default: 'blank',
    },
    { flags: '--dir <dir>', description: 'the folder of the project (default: this one)' },
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark init --template telemetry', does: 'devices that send messages, partitioned by month' },
    { command: 'tidemark init --dir shop', does: 'one table, to begin with' },
  ],
  async run({ flags, output }) {
    const { writeProject } = await import('../../config/project.js')
    const folder = typeof flags['dir'] === 'string' ? flags['dir'] : '.'
    const files = await writeProject(String(flags['template']), folder)
    if (output.json) output.document({ files })
    else {
      for (const file of files) output.data(file)
      if ((process.env['DATABASE_URL'] ?? '') === '')
        output.note('DATABASE_URL is not set: commands use an embedded PostgreSQL of this project.')
      output.note('Next: tidemark autogenerate -m "first schema", then tidemark up')
    }
    return exitCodes.done
  },
}
