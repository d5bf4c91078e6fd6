import type { CatalogObject } from '../../catalog/snapshot.js'
import { indent } from '../../pull/layout.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { granteeText } from '../grant/render.js'
import { allPrivileges } from '../grant/privileges.js'
import { classOfWord } from '../grant/target.js'
import type { Kind, Writer } from '../kind.js'
import { roleText } from '../owner/render.js'
import type { DefaultPrivilegeAttributes } from './default-privilege.js'

type Default = DefaultPrivilegeAttributes

/** All of one role and schema stand in one declaration, in the place of the first. */
export const render: NonNullable<Kind<Default>['render']> = ({ id, attributes: { role, schema } }, writer) => {
  const together = [...writer.snapshot.objects.values()]
    .filter((object): object is CatalogObject<Default> => object.kind === 'default-privilege')
    .filter(({ attributes }) => attributes.role === role && attributes.schema === schema)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (together[0]?.id !== id) return undefined
  const options = writer.object({
    for: roleText(role, writer),
    in: schema === undefined ? undefined : (writer.ref(`schema ${quoteIdentifier(schema)}`) ?? writer.string(schema)),
  })
  const entries = new Map<string, string[]>()
  const add = (key: string, grantee: string): void => {
    const list = entries.get(key)
    if (list === undefined) entries.set(key, [grantee])
    else list.push(grantee)
  }
  for (const { attributes } of together)
    for (const call of callsOf(attributes, writer)) add(call, granteeText(attributes.grantee, writer))
  const calls = [...entries].map(([key, grantees]) => key.replace('\0', () => grantees.join(', ')))
  const name = `${role}_defaults${schema === undefined ? '' : `_in_${schema}`}`
  const expression = `${writer.use('defaultPrivileges')}(${options})\n${indent(calls.join('\n'))}`
  return { as: 'declaration', file: 'default-privileges', name, expression }
}

function callsOf({ on, privileges, grantable, revoked }: Default, writer: Writer): string[] {
  const all = allPrivileges(classOfWord(on), writer.snapshot.version)
  const list = (names: readonly string[]): string =>
    names.length === all.length && all.length > 1
      ? writer.string('all')
      : names.map((name) => writer.string(name)).join(', ')
  const objects = `.on(${writer.string(on)})`
  return [
    ...(revoked === undefined ? [] : [`.revoke(\0)${objects}.from(${list(revoked)})`]),
    ...(privileges === undefined ? [] : [`.grant(\0)${objects}.to(${list(privileges)})`]),
    ...(grantable === undefined ? [] : [`.grant(\0)${objects}.to(${list(grantable)}).withGrantOption()`]),
  ]
}
