import { stripUrlPasswords } from '../../database/url.js'

/** What is printed when something was thrown that is not an error of the user's. */
export function bugReport(error: unknown, args: readonly string[]): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return stripUrlPasswords(
    [
      'This is a bug in Tidemark, not in your project. Please report it, with the lines below, to the issue tracker of Tidemark.',
      '',
      ...text.split('\n').map((line) => `  ${line}`),
      '',
      `  command: ${['tidemark', ...withoutUrls(args)].join(' ')}`,
      `  node ${process.version}, ${process.platform}-${process.arch}`,
      '',
    ].join('\n'),
  )
}

/** The command line without the values of --url and --scratch-url, which hold passwords. */
function withoutUrls(args: readonly string[]): readonly string[] {
  return args.map((arg, index) => {
    if (/^--(?:scratch-)?url$/.test(args[index - 1] ?? '')) return '…'
    return arg.replace(/^(--(?:scratch-)?url=).*/s, '$1…')
  })
}
