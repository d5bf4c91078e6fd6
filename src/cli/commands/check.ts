import type { CommandSpec } from '../command.js'
import type { CheckFormat } from '../presenters/check.js'
import { shared } from '../options.js'

export const check: CommandSpec = {
  name: 'check',
  summary: 'tell whether anything is left to do',
  description:
    'Compares the declarations, the migrations (replayed on a scratch database) and the database with each other, and says which of ' +
    'them stands alone. Exit code 0 when all say the same, else one code a cause: see docs/exit-codes.md. Changes nothing.',
  options: [
    {
      flags: '--format <format>',
      description: 'text for people, json (as --json), sarif for code scanning, github for annotations of a workflow',
      choices: ['text', 'json', 'sarif', 'github'],
      default: 'text',
    },
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
    { command: 'tidemark check --format sarif > tidemark.sarif', does: 'for the code scanning of GitHub or GitLab' },
  ],
  async run({ flags, config, output }) {
    const { check: run } = await import('../../check/check.js')
    const { exitCodeOf } = await import('../../check/findings.js')
    const { presentCheck } = await import('../presenters/check.js')
    const settings = await config()
    const result = await run(settings, (text) => output.note(text))
    const format = output.json ? 'json' : (flags['format'] as CheckFormat)
    presentCheck(result, format, settings, output)
    return exitCodeOf(result.findings)
  },
}
