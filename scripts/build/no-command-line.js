// In place of @rushstack/ts-command-line: what umzug's own command line extends and never gets to use.
export class CommandLineParser {}
export class CommandLineAction {}
