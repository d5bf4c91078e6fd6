import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind } from '../kind.js'

export interface PublicationSchemaAttributes {
  readonly publication: string
  readonly schema: string
}

interface Row extends PublicationSchemaAttributes {
  readonly oid: number
}

const alter = ({ publication }: PublicationSchemaAttributes): string =>
  `ALTER PUBLICATION ${quoteIdentifier(publication)}`

/** A schema whose tables are all published (15). */
export const publicationSchemaKind = defineKind<PublicationSchemaAttributes, Row>({
  name: 'publication-schema',
  introspection: {
    query: ({ major }) =>
      major < 15
        ? `select 0 as oid, '' as publication, '' as schema where false`
        : `select r.oid, p.pubname as publication, n.nspname as schema
             from pg_publication_namespace r
             join pg_publication p on p.oid = r.pnpubid
             join pg_namespace n on n.oid = r.pnnspid`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_publication_namespace', oid, attributes }),
  },
  rules: {
    publication: 'ignore', // part of the id
    schema: 'ignore', // part of the id
  },
  identity: ({ publication, schema }) => `${quoteIdentifier(publication)} ${quoteIdentifier(schema)}`,
  parent: ({ publication }) => `publication ${quoteIdentifier(publication)}`,
  requires: ({ schema }) => [`schema ${quoteIdentifier(schema)}`],
  sql: {
    create: (member) => `${alter(member)} ADD TABLES IN SCHEMA ${quoteIdentifier(member.schema)}`,
    drop: (member) => `${alter(member)} DROP TABLES IN SCHEMA ${quoteIdentifier(member.schema)}`,
    clause: ({ schema }) => quoteIdentifier(schema),
  },
  render: ({ attributes: { schema } }, writer) => ({
    as: 'item',
    list: 'schemas',
    text: writer.ref(`schema ${quoteIdentifier(schema)}`) ?? writer.string(schema),
  }),
})
