import { optionsChange, statement, variableOf, type ForeignOptions } from '../../sql/foreign-options.js'
import type { AlterRule, Writer } from '../kind.js'

/** The rules of options: one statement for all that differ. `head` stands before OPTIONS, `owner` names the object. */
export function optionsRules<A extends ForeignOptions>(
  head: (after: A) => string,
  owner: (after: A) => string,
): { options: AlterRule<A>; secrets: AlterRule<A>; variables: 'ignore' } {
  const rule: AlterRule<A> = {
    alter: (before, after) => {
      const change = optionsChange(before, after, owner(after))
      return change === undefined ? [] : statement(head(after), change)
    },
  }
  return { options: rule, secrets: rule, variables: 'ignore' }
}

/** `{ host: 'a', password: secret('…') }`, or undefined where there are none. */
export function optionsText(foreign: ForeignOptions, owner: string, writer: Writer): string | undefined {
  const { options = [], secrets = [] } = foreign
  const entries = [
    ...options.map((option): [string, string] => {
      const at = option.indexOf('=')
      return [option.slice(0, at), writer.string(option.slice(at + 1))]
    }),
    ...secrets.map((name): [string, string] => [
      name,
      `${writer.use('secret')}(${writer.string(variableOf(foreign, owner, name))})`,
    ]),
  ]
  return entries.length === 0 ? undefined : writer.object(Object.fromEntries(entries))
}
