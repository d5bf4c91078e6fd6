import { allPrivileges, type Class, type Deviation } from '../../kinds/grant/privileges.js'
import type { DeclarationRule } from './rule.js'

const classes: Readonly<Record<string, Class>> = {
  table: 'relation',
  view: 'relation',
  'materialized-view': 'relation',
  tables: 'relation',
  sequence: 'sequence',
  sequences: 'sequence',
  function: 'function',
  procedure: 'function',
  aggregate: 'function',
  functions: 'function',
  enum: 'type',
  domain: 'type',
  'composite-type': 'type',
  'range-type': 'type',
  schema: 'schema',
  language: 'language',
  server: 'server',
  'foreign-data-wrapper': 'wrapper',
}

interface Grant extends Deviation {
  readonly target: string
  readonly of?: string
  readonly columns?: readonly Deviation[]
}

const names = ({ privileges = [], grantable = [], revoked = [] }: Deviation): readonly string[] =>
  [...privileges, ...grantable, ...revoked].filter((name) => name !== 'all')

/** A privilege that its object does not have (Manual, table 5.2). */
export const unknownPrivilege: DeclarationRule = ({ id, kind, attributes }, { version }) => {
  if (kind !== 'grant') return undefined
  const { target, of, columns = [], ...own } = attributes as Grant
  const word = target.slice(0, target.indexOf(' '))
  const known = classes[word]
  if (known === undefined) {
    if (of !== undefined) return undefined
    return { code: 'TM128', subject: id, what: `no privileges can be granted on ${target}`, fix: 'remove the grant' }
  }
  const find = (list: readonly string[], all: readonly string[]): string | undefined =>
    list.find((name) => !all.includes(name))
  const all = allPrivileges(known, version)
  const ofColumn = allPrivileges('column', version)
  const wrong = find(names(own), all) ?? find(columns.flatMap(names), ofColumn)
  if (wrong === undefined) return undefined
  const [what, possible] = find(names(own), all) === undefined ? ['column', ofColumn] : [word, all]
  return {
    code: 'TM128',
    subject: id,
    what: `there is no privilege ${wrong} on a ${what}${wrong === 'maintain' && version < 170_000 ? ' before PostgreSQL 17' : ''}`,
    why: `a ${what} has: ${possible.join(', ')}`,
    fix: 'grant one of these',
  }
}
