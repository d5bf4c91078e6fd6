import type { OptionSpec } from './command.js'

/**
 * The flags that mean the same on every command. Every command takes them all (a script may pass one set everywhere);
 * a command lists in its `options` those that it uses, and only those appear in its help.
 */
export const shared = {
  config: {
    flags: '--config <file>',
    description: 'the config file (default: tidemark.config.ts, found upwards from here)',
  },
  url: { flags: '--url <url>', description: 'the database (default: DATABASE_URL, else the embedded server)' },
  schema: { flags: '--schema <path>', description: 'the declarations: a file or a folder' },
  migrations: { flags: '--migrations <dir>', description: 'the folder of migration files' },
  scratchUrl: { flags: '--scratch-url <url>', description: 'a server on which scratch databases may be made' },
  allow: {
    flags: '--allow <code>',
    description: 'consent to a hazard for this run, by code, or to all',
    repeatable: true,
  },
  yes: { flags: '--yes', description: 'answer harmless questions with yes' },
  json: { flags: '--json', description: 'print one JSON document on stdout' },
  quiet: { flags: '--quiet', description: 'print nothing but data and errors' },
} as const satisfies Record<string, OptionSpec>
