import { unwrap } from '../../sql/expression.js'
import { qualified, quoteIdentifier } from '../../sql/identifier.js'
import { childrenOf } from '../partition/attachment.js'
import { defineKind, type SqlContext } from '../kind.js'

export interface PublicationTableAttributes {
  readonly publication: string
  readonly schema: string
  readonly table: string
  /** By name, where they are not all (15). */
  readonly columns?: readonly string[]
  /** Which rows are published (15). */
  readonly where?: string
  /** Without the children that inherit from it, where there are any (ONLY). */
  readonly only?: boolean
}

type Member = PublicationTableAttributes
interface Row extends Omit<Member, 'where'> {
  readonly oid: number
  readonly where: string | null
}

const alter = ({ publication }: Member): string => `ALTER PUBLICATION ${quoteIdentifier(publication)}`

/** Where children of INHERITS are published by themselves as well, or not at all, the parent is named without them. */
function isAlone({ publication, schema, table, only }: Member, { snapshot }: SqlContext): boolean {
  if (only) return true
  const isMember = (child: string): boolean =>
    snapshot.objects.has(`publication-table ${quoteIdentifier(publication)} ${child}`)
  const children = childrenOf(snapshot, qualified(schema, table))
  return children.some((child) => snapshot.objects.has(`inheritance ${child}`) && isMember(child))
}

const definition = (member: Member, context: SqlContext): string => {
  const { schema, table, columns = [], where } = member
  return [
    `${isAlone(member, context) ? 'ONLY ' : ''}${qualified(schema, table)}`,
    columns.length > 0 && `(${columns.map(quoteIdentifier).join(', ')})`,
    where !== undefined && `WHERE (${where})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** A table that a publication names. */
export const publicationTableKind = defineKind<PublicationTableAttributes, Row>({
  name: 'publication-table',
  introspection: {
    query: ({ major }) => `
      select r.oid, p.pubname as publication, n.nspname as schema, c.relname as table,
             ${
               major >= 15
                 ? `case when r.prattrs is not null then (select json_agg(a.attname order by a.attname) from unnest(r.prattrs::int2[]) k
                      join pg_attribute a on a.attrelid = r.prrelid and a.attnum = k) end as columns,
                    pg_get_expr(r.prqual, r.prrelid) as where`
                 : 'null as columns, null as where'
             },
             exists (select from pg_inherits i join pg_class k on k.oid = i.inhrelid
                      where i.inhparent = c.oid and not k.relispartition and not exists (
                        select from pg_publication_rel x where x.prpubid = r.prpubid and x.prrelid = k.oid)) as only
        from pg_publication_rel r
        join pg_publication p on p.oid = r.prpubid
        join pg_class c on c.oid = r.prrelid
        join pg_namespace n on n.oid = c.relnamespace`,
    read: ({ oid, where, ...row }) => ({
      catalog: 'pg_publication_rel',
      oid,
      attributes: { ...row, ...(where !== null && { where: unwrap(where) }) },
    }),
  },
  rules: {
    publication: 'ignore', // part of the id
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    columns: 'replace',
    where: 'replace',
    only: 'ignore', // follows from which children are members
  },
  identity: ({ publication, schema, table }) => `${quoteIdentifier(publication)} ${qualified(schema, table)}`,
  parent: ({ publication }) => `publication ${quoteIdentifier(publication)}`,
  requires: ({ schema, table, columns = [] }) => [
    `table ${qualified(schema, table)}`,
    ...columns.map((column) => `column ${qualified(schema, table, column)}`),
  ],
  sql: {
    create: (member, context) => `${alter(member)} ADD TABLE ${definition(member, context)}`,
    drop: (member, context) =>
      `${alter(member)} DROP TABLE ${isAlone(member, context) ? 'ONLY ' : ''}${qualified(member.schema, member.table)}`,
    clause: definition,
  },
  render: ({ attributes: { schema, table, columns, where, only } }, writer) => {
    const ref = writer.ref(`table ${qualified(schema, table)}`) ?? writer.string(qualified(schema, table))
    if (columns === undefined && where === undefined && !only) return { as: 'item', list: 'tables', text: ref }
    const text = writer.object({
      table: ref,
      columns: columns && writer.list(columns.map((column) => writer.string(column))),
      where: where === undefined ? undefined : writer.sql(where),
      only: only ? 'true' : undefined,
    })
    return { as: 'item', list: 'tables', text }
  },
})
