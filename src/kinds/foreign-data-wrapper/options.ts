import { optionsChange, secretsDiffer, statement, type ForeignOptions } from '../../sql/foreign-options.js'
import type { AlterRule, Writer } from '../kind.js'

/** The rule of options and secrets, mended together; `head` is what stands before OPTIONS. */
export function optionsRules<A extends ForeignOptions>(
  head: (after: A) => string,
): { options: AlterRule<A>; secrets: AlterRule<A> } {
  const alter = (before: A, after: A) => {
    const change = optionsChange(before, after)
    return change === undefined ? [] : statement(head(after), change)
  }
  const both: AlterRule<A> = { alter }
  return {
    options: both,
    secrets: {
      // Written once, with the other options, where both differ.
      alter: (before, after) =>
        JSON.stringify(before.options) === JSON.stringify(after.options) ? alter(before, after) : [],
      differs: secretsDiffer,
    },
  }
}

/** `{ host: 'a', password: secret('…') }`, or undefined where there are none. */
export function optionsText({ options = [], secrets = {} }: ForeignOptions, writer: Writer): string | undefined {
  const entries = [
    ...options.map((option): [string, string] => {
      const at = option.indexOf('=')
      return [option.slice(0, at), writer.string(option.slice(at + 1))]
    }),
    ...Object.entries(secrets).map(([name, secret]): [string, string] => [
      name,
      `${writer.use('secret')}(${writer.string(secret)})`,
    ]),
  ]
  return entries.length === 0 ? undefined : writer.object(Object.fromEntries(entries))
}
