import { unloggedBefore } from './persistence.js'
import { qualified } from '../../sql/identifier.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { defineKind } from '../kind.js'
import { partsOf } from '../partition/attachment.js'
import { keyInAncestors } from '../partition/in-key.js'
import { isAdopted } from '../partition-policy/adopted.js'
import { rules } from './compare.js'
import { render } from './render.js'
import { introspection, type Row } from './introspect.js'
import { sql } from './sql.js'

export interface TableAttributes {
  readonly schema: string
  readonly name: string
  readonly unlogged?: boolean
  /** Strategy and key of a partitioned table: `RANGE (ts)`. */
  readonly partitionBy?: string
  /** The composite type of a typed table, as SQL writes it. */
  readonly of?: string
  /** Storage parameters, `name=value`, sorted; those of the TOAST table start with `toast.`. */
  readonly options?: readonly string[]
  readonly tablespace?: string
  /** Where it is not the default one. */
  readonly accessMethod?: string
  readonly rowSecurity?: boolean
  readonly forceRowSecurity?: boolean
  /** The server of a foreign table, with how that calls it. */
  readonly foreign?: string
  /** `name=value`, by name. */
  readonly foreignOptions?: readonly string[]
  /** Names of the options that nobody should read. */
  readonly foreignSecrets?: readonly string[]
  /** The environment variables that hold them, where a declaration names them. */
  readonly foreignVariables?: Readonly<Record<string, string>>
}

/** A table that begins to be OF a type has the columns of that type before, and keeps them as they are until it is OF none. */
function columnsBefore({ schema, name, of }: TableAttributes, own: Snapshot, other: Snapshot): readonly string[] {
  const table = qualified(schema, name)
  const before = other.objects.get(`table ${table}`)?.attributes as TableAttributes | undefined
  if (of === undefined || before === undefined || before.of !== undefined) return []
  return partsOf(own, table).flatMap(({ kind, id }) => (kind === 'column' ? [id] : []))
}

/** A table, partitioned or not; what is in it are objects of their own (Manual, CREATE TABLE). */
export const tableKind = defineKind<TableAttributes, Row>({
  name: 'table',
  introspection,
  rules,
  identity: ({ schema, name }) => qualified(schema, name),
  requires: ({ foreign, ...table }, snapshot) => [
    `schema ${qualified(table.schema)}`,
    ...(foreign === undefined ? [] : [`server ${qualified(foreign)}`]),
    ...keyInAncestors(table, snapshot),
  ],
  follows: (table, own, other) => [...columnsBefore(table, own, other), ...unloggedBefore(table, own, other)],
  leftAlone: ({ schema, name }, scope) => isAdopted(qualified(schema, name), scope),
  slots: ({ schema, name }) => [`relation ${qualified(schema, name)}`, `type ${qualified(schema, name)}`],
  // Those of a foreign table are on its server.
  holdsData: ({ foreign }) => foreign === undefined,
  verbatim: ['foreignSecrets', 'foreignVariables'],
  sql,
  render,
})
