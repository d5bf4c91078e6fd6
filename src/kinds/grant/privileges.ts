/** Privileges in the order of PostgreSQL's manual (5.8). */
const order = [
  'select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain', 'usage', 'create', 'execute',
] as const // prettier-ignore

export type Privilege = (typeof order)[number]

/** What has privileges of its own kind: relations, their columns, sequences, functions, types … */
export type Class =
  | 'relation'
  | 'column'
  | 'sequence'
  | 'function'
  | 'type'
  | 'schema'
  | 'language'
  | 'wrapper'
  | 'server'
  | 'large object'

/** How privileges differ from those by birth; lists in the order of the manual. */
export interface Deviation {
  /** Held beyond birth. */
  readonly privileges?: readonly string[]
  /** Held with the grant option. */
  readonly grantable?: readonly string[]
  /** Held by birth, and taken away. */
  readonly revoked?: readonly string[]
}

/** Privileges with whether they come with the grant option. */
export type Held = ReadonlyMap<string, boolean>

/** Every privilege that there is on a class. */
export function allPrivileges(of: Class, version: number): readonly string[] {
  switch (of) {
    case 'relation':
      return order.slice(0, version >= 170000 ? 8 : 7)
    case 'column':
      return ['select', 'insert', 'update', 'references']
    case 'sequence':
      return ['select', 'update', 'usage']
    case 'schema':
      return ['usage', 'create']
    case 'function':
      return ['execute']
    case 'large object':
      return ['select', 'update']
    default:
      return ['usage']
  }
}

export const everyone = 'PUBLIC'
/** The owner as grantee, so that a change of owner is not a change of grants. */
export const theOwner = '<owner>'

/** What a grantee holds on a new object where no default privileges say otherwise (Manual, table 5.2). */
export function byBirth(of: Class, grantee: string, version: number, target?: string): Held {
  const all = (): Held => new Map(allPrivileges(of, version).map((name) => [name, false]))
  if (grantee === theOwner) return of === 'column' ? new Map() : all()
  if (grantee !== everyone) return new Map()
  if (of === 'function' || of === 'type' || of === 'language') return all()
  if (target !== 'schema public') return new Map()
  return new Map(
    version >= 150000
      ? [['usage', false]]
      : [
          ['usage', false],
          ['create', false],
        ],
  )
}

/** Privileges after a deviation. */
export function applied(base: Held, { privileges = [], grantable = [], revoked = [] }: Deviation): Held {
  const held = new Map(base)
  for (const name of revoked) held.delete(name)
  for (const name of privileges) if (!held.has(name)) held.set(name, false)
  for (const name of grantable) held.set(name, true)
  return held
}

/** The deviation that leads from one to the other; what only loses its grant option is revoked and granted. */
export function deviation(base: Held, held: Held): Deviation {
  const names = order.filter((name) => base.has(name) || held.has(name))
  return {
    privileges: names.filter((name) => held.get(name) === false && base.get(name) !== false),
    grantable: names.filter((name) => held.get(name) === true && base.get(name) !== true),
    revoked: names.filter(
      (name) => base.has(name) && (!held.has(name) || (base.get(name) === true && held.get(name) === false)),
    ),
  }
}

export const isNone = ({ privileges = [], grantable = [], revoked = [] }: Deviation): boolean =>
  privileges.length + grantable.length + revoked.length === 0

/** Whether all that one says is said by the other too: more may have been granted, or revoked, before it. */
export const isWithin = (one: Deviation, other: Deviation): boolean =>
  (['privileges', 'grantable', 'revoked'] as const).every((list) =>
    (one[list] ?? []).every((name) => other[list]?.includes(name)),
  )

/** Both at once; what one gives and the other takes is given, as `applied` reads it. */
export function merged(first: Deviation, second: Deviation): Deviation {
  const union = (a: readonly string[] = [], b: readonly string[] = []): readonly string[] => sorted([...a, ...b])
  const grantable = union(first.grantable, second.grantable)
  const privileges = union(first.privileges, second.privileges).filter((name) => !grantable.includes(name))
  return { privileges, grantable, revoked: union(first.revoked, second.revoked) }
}

/** Once each, in the order of the manual; `all` comes first. */
export function sorted(names: Iterable<string>): readonly string[] {
  const rank = (name: string): number => (order as readonly string[]).indexOf(name)
  return [...new Set(names)].sort((a, b) => rank(a) - rank(b))
}

/** `all` as the privileges that it stands for. */
export const expanded = (names: readonly string[] = [], all: readonly string[]): readonly string[] =>
  sorted(names.flatMap((name) => (name === 'all' ? all : name)))

/** `ALL` where it says the same; else the privileges, each with its columns where there are some. */
export const privilegeList = (names: readonly string[], all: readonly string[], columns = ''): string =>
  all.length > 1 && names.length === all.length
    ? `ALL${columns}`
    : names.map((name) => `${name.toUpperCase()}${columns}`).join(', ')

/** The statements that lead from some privileges to others; `head` stands before GRANT and REVOKE. */
export function privilegeChanges(
  before: Held,
  after: Held,
  where: { head?: string; on: string; grantee: string; all: readonly string[]; columns?: string },
): string[] {
  const { head = '', on, grantee, all, columns } = where
  const names = sorted([...before.keys(), ...after.keys()])
  const list = (test: (name: string) => boolean): string => privilegeList(names.filter(test), all, columns)
  const revoked = list((name) => before.has(name) && !after.has(name))
  const optionLess = list((name) => before.get(name) === true && after.get(name) === false)
  const granted = list((name) => !before.has(name) && after.get(name) === false)
  const passable = list((name) => before.get(name) !== true && after.get(name) === true)
  return [
    revoked && `${head}REVOKE ${revoked} ON ${on} FROM ${grantee}`,
    optionLess && `${head}REVOKE GRANT OPTION FOR ${optionLess} ON ${on} FROM ${grantee}`,
    granted && `${head}GRANT ${granted} ON ${on} TO ${grantee}`,
    passable && `${head}GRANT ${passable} ON ${on} TO ${grantee} WITH GRANT OPTION`,
  ].filter((text) => text !== '')
}
