import type { CatalogObject } from '../../catalog/snapshot.js'
import { canonical } from '../../catalog/json.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { parentOf } from '../cross-cutting/target.js'
import type { Kind, Writer } from '../kind.js'
import type { GrantAttributes } from './grant.js'
import { holdersOf } from './holder.js'
import { classOfPart } from './target.js'
import { allPrivileges, everyone, theOwner, type Class } from './privileges.js'

export const render: NonNullable<Kind<GrantAttributes>['render']> = ({ id, attributes: grant }, writer) => {
  // Grants that say the same of several roles are written as one, in the place of the first.
  const alike = writer
    .children(parentOf(grant))
    .filter(
      (child): child is CatalogObject<GrantAttributes> =>
        child.kind === 'grant' && sameBut(child.attributes as GrantAttributes, grant),
    )
  if (alike.length > 0 && alike[0]!.id !== id) return undefined
  const grantees = (alike.length > 0 ? alike.map(({ attributes }) => attributes.grantee) : [grant.grantee]).map(
    (name) => granteeText(name, writer),
  )
  const roles = grantees.join(', ')
  const part = grant.of === undefined ? '' : `.onPart(${writer.string(grant.target)})`
  const by = grant.grantor === undefined ? '' : `.by(${granteeText(grant.grantor, writer)})`
  const call = (names: readonly string[] | undefined, all: readonly string[], columns: string, ending = ''): string[] =>
    names === undefined
      ? []
      : [`${writer.use('grant')}(${roles})${part}${columns}.to(${list(names, all, writer)})${ending}${by}`]
  const version = writer.snapshot.version
  const all = allPrivileges(classOf(grant, writer), version)
  const columnAll = allPrivileges('column', version)
  const columns = groupedColumns(grant).flatMap(({ names, privileges, grantable }) => {
    // A view's columns, and those that every table has (tableoid), go by name.
    const table = /^table (.*)$/s.exec(grant.target)?.[1]
    const isDeclared = (name: string): boolean =>
      writer.snapshot.objects.has(`column ${table}.${quoteIdentifier(name)}`)
    const column = (name: string): string => (isDeclared(name) ? writer.column(name) : writer.string(name))
    const on = `.onColumns(${names.map(column).join(', ')})`
    return [...call(privileges, columnAll, on), ...call(grantable, columnAll, on, '.withGrantOption()')]
  })
  const texts = [
    ...(grant.revoked === undefined
      ? []
      : [`${writer.use('revoke')}(${roles})${part}.from(${list(grant.revoked, all, writer)})`]),
    ...call(grant.privileges, all, ''),
    ...call(grant.grantable, all, '', '.withGrantOption()'),
    ...columns,
  ]
  return { as: 'item', list: 'grants', text: texts.join(',\n') }
}

const sameBut = (a: GrantAttributes, b: GrantAttributes): boolean =>
  canonical({ ...a, grantee: '' }) === canonical({ ...b, grantee: '' })

const list = (names: readonly string[], all: readonly string[], writer: Writer): string =>
  names.length === all.length && all.length > 1
    ? writer.string('all')
    : names.map((name) => writer.string(name)).join(', ')

/** A grantee as declarations name it. */
export function granteeText(grantee: string, writer: Writer): string {
  if (grantee === everyone) return writer.use('everyone')
  if (grantee === theOwner) return writer.use('theOwner')
  return (
    writer.ref(`role ${grantee}`) ??
    writer.string(grantee.startsWith('"') ? grantee.slice(1, -1).replaceAll('""', '"') : grantee)
  )
}

function classOf({ target }: GrantAttributes, writer: Writer): Class {
  const object = writer.snapshot.objects.get(target)
  return (object && holdersOf(object, writer.reference(target))[0]?.class) ?? classOfPart(target)
}

/** Columns with the same privileges together. */
function groupedColumns({
  columns = [],
}: GrantAttributes): { names: string[]; privileges?: readonly string[]; grantable?: readonly string[] }[] {
  const groups = new Map<string, { names: string[]; privileges?: readonly string[]; grantable?: readonly string[] }>()
  for (const { name, ...rest } of columns) {
    const key = canonical(rest)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { names: [name], ...rest })
    else group.names.push(name)
  }
  return [...groups.values()]
}
