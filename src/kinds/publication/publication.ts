import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule, type Clause } from '../kind.js'
import { published, type Operation } from './operations.js'
import { render } from './render.js'

export interface PublicationAttributes {
  readonly name: string
  readonly allTables?: boolean
  /** Operations that are not published. */
  readonly withheld?: readonly Operation[]
  /** Changes of partitions are published as those of their root. */
  readonly viaRoot?: boolean
  /** Stored generated columns are published (18). */
  readonly generatedColumns?: boolean
}

type Publication = PublicationAttributes
interface Row extends Publication {
  readonly oid: number
}

const called = ({ name }: Publication): string => `PUBLICATION ${quoteIdentifier(name)}`

function options(publication: Publication): string[] {
  return [
    ...(publication.withheld === undefined ? [] : [`publish = '${published(publication).join(', ')}'`]),
    ...(publication.viaRoot ? ['publish_via_partition_root = true'] : []),
    ...(publication.generatedColumns ? ['publish_generated_columns = stored'] : []),
  ]
}

/** TABLE is said once: before 15 it could not be repeated. */
function members(clauses: readonly Clause[]): string {
  const texts = (kind: string): string[] => clauses.filter(({ object }) => object.kind === kind).map(({ text }) => text)
  const tables = texts('publication-table')
  const schemas = texts('publication-schema')
  const all = [
    ...(tables.length > 0 ? [`TABLE ${tables.join(', ')}`] : []),
    ...(schemas.length > 0 ? [`TABLES IN SCHEMA ${schemas.join(', ')}`] : []),
  ]
  return all.length === 0 ? '' : ` FOR ${all.join(', ')}`
}

const set = (text: (after: Publication) => string): AlterRule<Publication> => ({
  alter: (_before, after) => `ALTER ${called(after)} SET (${text(after)})`,
})

/** A publication (Manual, 29.1). Its tables and schemas are objects of their own. */
export const publicationKind = defineKind<PublicationAttributes, Row>({
  name: 'publication',
  introspection: {
    query: ({ major }) => `
      select p.oid, p.pubname as name, p.puballtables as "allTables",
             array_to_json(array_remove(array[case when not p.pubinsert then 'insert' end, case when not p.pubupdate then 'update' end,
               case when not p.pubdelete then 'delete' end, case when not p.pubtruncate then 'truncate' end], null)) as withheld,
             p.pubviaroot as "viaRoot", ${major >= 18 ? `p.pubgencols = 's'` : 'false'} as "generatedColumns"
        from pg_publication p`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_publication', oid, attributes }),
  },
  rules: {
    name: 'ignore', // part of the id
    allTables: 'replace',
    withheld: set((after) => `publish = '${published(after).join(', ')}'`),
    viaRoot: set((after) => `publish_via_partition_root = ${Boolean(after.viaRoot)}`),
    generatedColumns: set((after) => `publish_generated_columns = ${after.generatedColumns ? 'stored' : 'none'}`),
  },
  identity: ({ name }) => quoteIdentifier(name),
  sql: {
    create(publication, _context, clauses) {
      const list = options(publication)
      const what = publication.allTables ? ' FOR ALL TABLES' : members(clauses)
      return `CREATE ${called(publication)}${what}${list.length === 0 ? '' : ` WITH (${list.join(', ')})`}`
    },
    drop: (publication) => `DROP ${called(publication)}`,
    rename: (before, after) => `ALTER ${called(before)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: called,
  },
  render,
})
