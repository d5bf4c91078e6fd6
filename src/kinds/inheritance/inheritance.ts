import type { Snapshot } from '../../catalog/snapshot.js'
import { tableKinds, userSchema } from '../../catalog/scope.js'
import { qualified } from '../../sql/identifier.js'
import { defineKind, type AlterContext, type SqlContext } from '../kind.js'
import { nullableMeanwhile } from '../nullable/meanwhile.js'
import { ancestorsOf, changesWhileAttached, defaultsAbove, isStable, partsOf } from '../partition/attachment.js'
import { pulledApart } from './pulled-apart.js'
import { standDown, standDownAfter, standIn, standInMeanwhile } from './stand-in.js'

export interface InheritanceAttributes {
  readonly schema: string
  /** The child. */
  readonly name: string
  /** Qualified and quoted, in the order of their sequence numbers. */
  readonly parents: readonly string[]
}

interface Row {
  oid: number
  schema: string
  name: string
  parents: { schema: string; name: string }[]
}

const child = ({ schema, name }: InheritanceAttributes): string => qualified(schema, name)
const statements = (object: InheritanceAttributes, action: string, parents: readonly string[]): string[] =>
  parents.map((parent) => `ALTER TABLE ${child(object)} ${action} ${parent}`)

function inherit(object: InheritanceAttributes, parents: readonly string[], side: SqlContext): string[] {
  const { off, on } = nullableMeanwhile(child(object), parents, side)
  return [...off, ...statements(object, 'INHERIT', parents), ...on]
}

/** What parents, or those above them, have on the other side only: a child cannot do with it, or would have it too. */
const goneFromParents = ({ parents }: InheritanceAttributes, own: Snapshot, other: Snapshot): readonly string[] =>
  parents.flatMap((parent) =>
    [parent, ...ancestorsOf(other, parent)]
      .flatMap((table) => partsOf(other, table))
      .flatMap(({ id, kind }) => (kind === 'column' && !own.objects.has(id) ? [id] : [])),
  )

function follows(object: InheritanceAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  return [...goneFromParents(object, own, other), ...followsParts(object, own, other)]
}

function followsParts(object: InheritanceAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  // A new child calls the NOT NULL of several parents as the first that has it does; one that is not valid comes after it. It is
  // as nullable as they are by then.
  if (!other.objects.has(`table ${child(object)}`))
    return [
      ...defaultsAbove(child(object), own),
      ...object.parents.flatMap((parent) =>
        partsOf(own, parent).flatMap(({ id, kind, attributes }) =>
          kind === 'nullable' || (kind === 'not-null' && !('notValid' in attributes)) ? [id] : [],
        ),
      ),
    ]
  if (isStable(child(object), own, other)) return pulledApart(child(object), own, other)
  const fitting = partsOf(own, child(object)).filter(({ attributes }) => 'inherited' in attributes)
  return [...fitting, ...object.parents.flatMap((parent) => partsOf(own, parent))].map(({ id }) => id)
}

function precedes(object: InheritanceAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  const apart = new Set(pulledApart(child(object), own, other))
  return changesWhileAttached(child(object), own, other).filter((id) => !apart.has(id))
}

const isPulledApart = (object: InheritanceAttributes, { before, after }: AlterContext): boolean =>
  pulledApart(child(object), after.snapshot, before.snapshot).length > 0

/** Parents in another order: those that come later leave and return. */
function reorder(before: InheritanceAttributes, after: InheritanceAttributes, context: AlterContext): string[] {
  const kept = before.parents.reduce((count, parent) => (parent === after.parents[count] ? count + 1 : count), 0)
  const moved = after.parents.slice(kept)
  return [
    ...standIn(after),
    ...statements(after, 'NO INHERIT', moved),
    ...inherit(after, moved, context.after),
    ...standDown(after),
  ]
}

/** INHERITS: the tables that a table takes columns and checks from (Manual, 5.11). */
export const inheritanceKind = defineKind<InheritanceAttributes, Row>({
  name: 'inheritance',
  introspection: {
    query: () => `
      select c.oid, n.nspname as schema, c.relname as name,
             json_agg(json_build_object('schema', pn.nspname, 'name', p.relname) order by i.inhseqno) as parents
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class p on p.oid = i.inhparent
        join pg_namespace pn on pn.oid = p.relnamespace
       where not c.relispartition and c.relkind in ${tableKinds} and ${userSchema('n')}
       group by c.oid, n.nspname, c.relname`,
    read: ({ oid, parents, ...row }) => ({
      catalog: 'pg_inherits',
      oid,
      attributes: { ...row, parents: parents.map((item) => qualified(item.schema, item.name)) },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    // What the child has must fit the new parents, and may only change when it has left the old ones.
    parents: {
      possible: (before, after, context) =>
        !isPulledApart(after, context) &&
        before.parents.length === after.parents.length &&
        before.parents.every((parent) => after.parents.includes(parent)),
      alter: reorder,
    },
  },
  identity: child,
  parent: (object) => `table ${child(object)}`,
  requires: (object) => object.parents.map((parent) => `table ${parent}`),
  follows,
  precedes,
  changesWith: (_before, after, context) => (isPulledApart(after, context) ? ['parents'] : []),
  placed: () => 'inside',
  // The table says it.
  render: () => undefined,
  sql: {
    create: (object, side) => [...inherit(object, object.parents, side), ...standDownAfter(object, side)],
    drop: (object, side) => [...standInMeanwhile(object, side), ...statements(object, 'NO INHERIT', object.parents)],
    clause: (object, side) =>
      side.stays(`table ${child(object)}`) ? undefined : `INHERITS (${object.parents.join(', ')})`,
  },
})
