import { exitCodes } from '../../errors/error.js'
import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

export const pull: CommandSpec = {
  name: 'pull',
  summary: 'write a live database as TypeScript declarations',
  description:
    'Writes a live database as TypeScript declarations, split into files. What no declaration can express is named.',
  options: [
    { flags: '--out <dir>', description: 'the folder to write to (default: the schema of the configuration)' },
    { flags: '--force', description: 'overwrite files that are there' },
    shared.config,
    shared.url,
    shared.json,
  ],
  examples: [
    {
      command: 'tidemark pull --url postgres://localhost/shop --out schema',
      does: 'writes schema/tables/…, schema/views/… and so on',
    },
  ],
  async run({ flags, config, output }) {
    const { pullDatabase } = await import('../../pull/write.js')
    const settings = await config()
    const folder = typeof flags['out'] === 'string' ? flags['out'] : settings.schema
    const result = await pullDatabase(settings, folder, { force: flags['force'] === true }, (text) => output.note(text))
    if (output.json) output.document(result)
    else {
      for (const file of result.files) output.data(file)
      const count = result.files.length
      output.note(
        `Wrote ${count} ${count === 1 ? 'file' : 'files'} with ${result.objects} objects of ${result.database}.`,
      )
      for (const item of result.notCompared) output.note(`not compared: ${item}`)
    }
    return exitCodes.done
  },
}
