import type { CommandSpec } from '../command.js'
import { shared } from '../options.js'

export const check: CommandSpec = {
  name: 'check',
  summary: 'tell whether anything is left to do',
  description:
    'Compares the declarations, the migrations (replayed on a scratch database) and the database with each other, and says which of ' +
    'them stands alone. Exit code 0 when all say the same, else one code a cause: see docs/exit-codes.md. Changes nothing.',
  options: [
    shared.schema,
    shared.migrations,
    shared.scratchUrl,
    shared.allow,
    shared.config,
    shared.url,
    shared.json,
    shared.quiet,
  ],
  examples: [
    { command: 'tidemark check', does: 'exit 0, or the findings and a code of their own' },
    { command: 'tidemark check --json --url "$DATABASE_URL"', does: 'gate a deploy in CI' },
  ],
  async run({ config, output }) {
    const { check: run } = await import('../../check/check.js')
    const { exitCodeOf } = await import('../../check/findings.js')
    const { presentCheck } = await import('../presenters/check.js')
    const settings = await config()
    const result = await run(settings, (text) => output.note(text))
    presentCheck(result, output)
    return exitCodeOf(result.findings)
  },
}
