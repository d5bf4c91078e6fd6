import { targetId, type DeclaredObject, type Part, type Target } from '../../declare/declaration.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { nameParts, type Sql } from '../../sql/sql.js'
import type { Column } from '../column/reference.js'
import type { Schema } from '../schema/declare.js'
import type { Operation } from './operations.js'
import { publicationKind } from './publication.js'

/** A table of a publication, with some of its columns or rows (15). */
export interface PublishedTable {
  readonly table: Target
  readonly columns?: readonly (Column | string)[]
  readonly where?: Sql
  /** Without the children that inherit from it; those are published too otherwise. */
  readonly only?: boolean
}

export interface PublicationOptions {
  readonly tables?: 'all' | readonly (Target | PublishedTable)[]
  /** Schemas whose tables are all published (15). */
  readonly schemas?: readonly (Schema | string)[]
  /** By default all. */
  readonly publish?: readonly Operation[]
  /** Changes of partitions are published as those of their root. */
  readonly viaRoot?: boolean
  /** Stored generated columns are published (18). */
  readonly generatedColumns?: boolean
  readonly renamedFrom?: string
}

/**
 * A publication (CREATE PUBLICATION).
 *
 * @example
 * export const events = publication('events', {
 *   tables: [devices, { table: readings, columns: [readings.device_uid, readings.ts], where: sql`ts > '2025-01-01'` }],
 *   publish: ['insert', 'update'],
 * })
 */
export function publication(name: string, options: PublicationOptions = {}): ObjectDeclaration {
  const { tables = [], schemas = [], publish, viaRoot, generatedColumns, renamedFrom } = options
  const withheld =
    publish && (['insert', 'update', 'delete', 'truncate'] as const).filter((operation) => !publish.includes(operation))
  const attributes = { name, allTables: tables === 'all', withheld, viaRoot, generatedColumns }
  const members: Part = {
    objects: () => [
      ...(tables === 'all' ? [] : tables.map((table) => member(name, isTarget(table) ? { table } : table))),
      ...schemas.map((schema) => ({
        kind: 'publication-schema',
        attributes: { publication: name, schema: typeof schema === 'string' ? schema : schema[nameParts][0]! },
      })),
    ],
  }
  return declareObject(publicationKind, { attributes, parts: [members], renamedFrom })
}

/** A table has a symbol that a description of one does not have; its columns may go by any name. */
const isTarget = (table: Target | PublishedTable): table is Target => targetId in table

function member(publication: string, { table, columns = [], where, only }: PublishedTable): DeclaredObject {
  const [schema, name] = table[nameParts]
  return {
    kind: 'publication-table',
    attributes: {
      publication,
      schema,
      table: name,
      columns: columns.map((column) => (typeof column === 'string' ? column : column.name)).sort(),
      ...(where !== undefined && { where: where.text() }),
      ...(only && { only }),
    },
  }
}
