import type { AlterRule, Rules } from '../kind.js'
import type { PolicyAttributes } from './policy.js'
import { named, toRoles } from './sql.js'

type Policy = PolicyAttributes

/** ALTER POLICY can set an expression, but not take one away. */
const expression = (name: 'using' | 'check', word: string): AlterRule<Policy> => ({
  possible: (_before, after) => after[name] !== undefined,
  alter: (_before, after) => `ALTER POLICY ${named(after)} ${word} (${after[name]})`,
})

export const rules: Rules<PolicyAttributes> = {
  schema: 'ignore', // part of the id
  table: 'ignore', // part of the id
  name: 'ignore', // part of the id
  restrictive: 'replace',
  command: 'replace',
  roles: { alter: (_before, after) => `ALTER POLICY ${named(after)} ${toRoles(after)}` },
  using: expression('using', 'USING'),
  check: expression('check', 'WITH CHECK'),
}
