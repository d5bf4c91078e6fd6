import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { qualified, quoteLiteral } from '../../sql/identifier.js'
import {
  parentOf,
  retargeted,
  readTarget,
  referenceOf,
  targetColumns,
  targetJoins,
  type TargetAttributes,
  type TargetRow,
} from '../cross-cutting/target.js'
import { defineKind, type SqlContext } from '../kind.js'
import { isStable } from '../partition/attachment.js'
import type { NamedPart } from '../partition/index-part.js'
import { roleLeftAlone } from '../role/left-alone.js'
import { render } from './render.js'

export interface CommentAttributes extends TargetAttributes {
  readonly text: string
}

interface Row extends TargetRow {
  readonly text: string
}

/** The comment that every database is born with. */
const ofBirth: Readonly<Record<string, string>> = { 'schema public': 'standard public schema' }

const set = ({ target, text }: CommentAttributes, context: SqlContext): string =>
  `COMMENT ON ${referenceOf(context, target)} IS ${quoteLiteral(text)}`

const isOnlyRenamed = (part: CatalogObject | undefined, own: Snapshot, other: Snapshot): boolean => {
  const { inherited, schema, table } = (part?.attributes ?? {}) as Partial<NamedPart>
  return typeof inherited === 'string' && isStable(qualified(schema!, table!), own, other)
}

/** A comment on any object (Manual, COMMENT). */
export const commentKind = defineKind<CommentAttributes, Row>({
  name: 'comment',
  crossCutting: true,
  verbatim: true,
  introspection: {
    // What an extension says of itself is its own affair.
    query: () => `
      select ${targetColumns('d')}, d.description as text
        from (select classoid, objoid, objsubid, description from pg_description
              union all select classoid, objoid, 0, description from pg_shdescription) d
        ${targetJoins('d')}
        left join pg_extension e on tk.relname = 'pg_extension' and e.oid = d.objoid
       where (d.objoid >= 16384 or d.objoid = to_regnamespace('public'))
         and case when e.oid is null then true
                  else d.description is distinct from (select a.comment from pg_available_extensions() a where a.name = e.extname) end`,
    read: ({ text, ...row }, resolve) => {
      const found = readTarget(row, resolve)
      if (found === undefined || ofBirth[found.target] === text) return undefined
      const { catalog, oid, sub, target, of } = found
      return {
        catalog,
        oid,
        ...(sub !== undefined && { sub }),
        attributes: { target, ...(of !== undefined && { of }), text },
      }
    },
  },
  rules: {
    target: 'ignore', // part of the id
    of: 'ignore', // follows from the target
    text: { alter: (_before, after, { after: context }) => set(after, context) },
  },
  identity: ({ target }) => target,
  parent: parentOf,
  renamed: retargeted,
  requires: ({ target }) => [target],
  // Where a part only gets its name, its way back is the old name, which would leave the comment behind.
  placed: ({ target }, own, other) => (isOnlyRenamed(own.objects.get(target), own, other) ? 'apart' : 'inside'),
  leftAlone: ({ target }, scope) => target.startsWith('role ') && roleLeftAlone(target, scope),
  sql: {
    create: set,
    drop: ({ target }, context) => {
      const born = ofBirth[target]
      return `COMMENT ON ${referenceOf(context, target)} IS ${born === undefined ? 'NULL' : quoteLiteral(born)}`
    },
  },
  render,
})
