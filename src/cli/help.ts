import type { CommandSpec } from './command.js'

/** What `tidemark --help` prints; without commander, which takes longer to load than all of this. */
export function helpOfProgram(specs: readonly CommandSpec[]): string {
  const width = Math.max(...specs.map(({ name }) => name.length))
  return [
    'Usage: tidemark <command> [options]',
    '',
    'Keeps PostgreSQL databases and their TypeScript declarations in step.',
    '',
    'Commands:',
    ...specs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  -h, --help     show this help; with a command, what it takes and examples',
    '  -V, --version  print the version',
    '',
    'Examples:',
    '  tidemark init --template telemetry  begin a project',
    '  tidemark autogenerate -m "first"    write what is declared and not yet there as a migration',
    '  tidemark up                         apply it',
    '  tidemark check                      exit 0 when nothing is left to do',
  ].join('\n')
}
