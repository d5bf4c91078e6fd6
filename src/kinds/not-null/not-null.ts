import { tableKinds, userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { defaultName } from '../../sql/default-name.js'
import type { Snapshot } from '../../catalog/snapshot.js'
import { defineKind, type SqlContext } from '../kind.js'
import { runFound } from '../partition/index-part.js'
import {
  comesFromParent,
  followsParent,
  isCarried,
  localFlag,
  replacedWhereStable,
  sameInParents,
  whileDetached,
} from '../partition/attachment.js'

export interface NotNullAttributes {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** The name of its constraint (18), where it is not the one that PostgreSQL chooses. */
  readonly name?: string
  readonly noInherit?: boolean
  readonly notValid?: boolean
  /** There because a parent table has it. */
  readonly inherited?: boolean
  /** Inherited, and declared by the table itself as well (18). */
  readonly local?: boolean
}

interface Row extends Omit<NotNullAttributes, 'name'> {
  relation: number
  position: number
  oid: number | null
  name: string | null
}

const alterTable = ({ schema, table }: NotNullAttributes): string => `ALTER TABLE ${qualified(schema, table)}`
const nameOf = (object: NotNullAttributes): string =>
  quoteIdentifier(object.name ?? defaultName([object.table, object.column], 'not_null'))

/** A constraint of its own is needed where the short form cannot say it. */
const isPlain = ({ name, noInherit, notValid }: NotNullAttributes): boolean =>
  name === undefined && !noInherit && !notValid

const clause = (object: NotNullAttributes): string =>
  isPlain(object)
    ? 'NOT NULL'
    : `CONSTRAINT ${nameOf(object)} NOT NULL${object.noInherit ? ' NO INHERIT' : ''}${object.notValid ? ' NOT VALID' : ''}`

function create(object: NotNullAttributes): string {
  const column = quoteIdentifier(object.column)
  if (isPlain(object)) return setNotNull(object)
  return `${alterTable(object)} ADD ${clause(object).replace('NOT NULL', `NOT NULL ${column}`)}`
}

const setNotNull = (object: NotNullAttributes): string =>
  `${alterTable(object)} ALTER COLUMN ${quoteIdentifier(object.column)} SET NOT NULL`

const rename = (object: NotNullAttributes, from: string, to: string): string =>
  `${alterTable(object)} RENAME CONSTRAINT ${from} TO ${to}`

/** An inherited constraint can be renamed only while its table hangs on no parent. */
function renameInherited(object: NotNullAttributes, from: string, to: string, side: SqlContext): string[] {
  const moved = whileDetached(qualified(object.schema, object.table), [rename(object, from, to)], side)
  return object.local ? [...moved, setNotNull(object)] : moved
}

const sameInParent = ({ schema, table, column }: NotNullAttributes, snapshot: Snapshot): readonly string[] =>
  sameInParents('not-null', qualified(schema, table), column, snapshot)

/** A child that gets the constraint from its parent gets it under the parent's name. */
function nameInParent(object: NotNullAttributes, snapshot: Snapshot): string | undefined {
  const [first] = sameInParent(object, snapshot).flatMap((id) => snapshot.objects.get(id) ?? [])
  return snapshot.version < 180_000 || first === undefined ? undefined : nameOf(first.attributes as NotNullAttributes)
}

function hasNameOfParent(object: NotNullAttributes, snapshot: Snapshot): boolean {
  const name = nameInParent(object, snapshot)
  return name === undefined || name === nameOf(object)
}

/**
 * As it is declared, a partition does not say whether its parent has the constraint too. If it has, that one's name is
 * changed to the one that the constraint would have alone.
 */
function namedInPartition(object: NotNullAttributes, context: SqlContext): string[] {
  const { schema, table, column } = object
  const child = qualified(schema, table)
  const declared = context.get(`partition ${child}`) !== undefined && context.get(`column ${qualified(schema, table, column)}`) === undefined
  if (!declared || context.snapshot.version < 180_000) return []
  const text = [...whileDetached(child, [`${alterTable(object)} RENAME CONSTRAINT %I TO %I`], context), setNotNull(object)]
  const wanted = quoteLiteral(object.name ?? defaultName([table, column], 'not_null'))
  return [
    runFound(
      `SELECT format(${quoteLiteral(text.map((item) => (item.includes('%I TO %I') ? item : item.replaceAll('%', '%%'))).join('; '))}, k.conname, ${wanted}) INTO command
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
   WHERE k.contype = 'n' AND k.conrelid = ${quoteLiteral(child)}::regclass AND a.attname = ${quoteLiteral(column)} AND k.conname <> ${wanted};`,
    ),
  ]
}

/** NOT NULL of a column. From 18 on it is a constraint with a name (Manual, 5.5.2). */
export const notNullKind = defineKind<NotNullAttributes, Row>({
  name: 'not-null',
  introspection: {
    query: ({ major }) => `
      select c.oid as relation, a.attnum as position, n.nspname as schema, c.relname as table, a.attname as column,
             ${
               major < 18
                 ? `a.attinhcount > 0 and exists (
                      select from pg_inherits i join pg_attribute pa on pa.attrelid = i.inhparent and pa.attname = a.attname
                       where i.inhrelid = c.oid and pa.attnotnull) as inherited, false as local,
                    null::oid as oid, null as name, false as "noInherit", false as "notValid"`
                 : `coalesce(k.coninhcount > 0, false) as inherited, coalesce(k.coninhcount > 0 and k.conislocal, false) as local,
                    k.oid, k.conname as name, k.connoinherit as "noInherit", not k.convalidated as "notValid"`
             }
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        ${major < 18 ? '' : `left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey = array[a.attnum]`}
       where c.relkind in ${tableKinds} and a.attnotnull and a.attnum > 0 and not a.attisdropped and ${userSchema('n')}`,
    read: ({ relation, position, oid, name, ...row }) => ({
      // Before 18 there is no catalog row of its own: the column's, with a number that no column has.
      ...(oid === null ? { catalog: 'pg_class', oid: relation, sub: -position } : { catalog: 'pg_constraint', oid }),
      attributes: {
        ...row,
        ...(name !== null && name !== defaultName([row.table, row.column], 'not_null') ? { name } : {}),
      },
    }),
  },
  rules: {
    schema: 'ignore', // part of the id
    table: 'ignore', // part of the id
    column: 'ignore', // part of the id
    inherited: replacedWhereStable(),
    local: localFlag(setNotNull),
    name: {
      alter: (before, after, context) =>
        followsParent(before, after, context)
          ? renameInherited(after, nameOf(before), nameOf(after), context.after)
          : rename(after, nameOf(before), nameOf(after)),
    },
    noInherit: {
      alter: (_before, after) =>
        `${alterTable(after)} ALTER CONSTRAINT ${nameOf(after)} ${after.noInherit ? 'NO INHERIT' : 'INHERIT'}`,
    },
    notValid: {
      possible: (before) => before.notValid === true,
      alter: (_before, after) => `${alterTable(after)} VALIDATE CONSTRAINT ${nameOf(after)}`,
    },
  },
  identity: ({ schema, table, column }) => qualified(schema, table, column),
  parent: ({ schema, table, column }) => `column ${qualified(schema, table, column)}`,
  requires: (object, snapshot) => (object.inherited ? sameInParent(object, snapshot) : []),
  implied: (object, own, other) => !object.local && isCarried(object, own, other) && hasNameOfParent(object, own),
  sql: {
    create: (object, context) => {
      if (!comesFromParent(object, context)) return [create(object), ...namedInPartition(object, context)].flat()
      const named = nameInParent(object, context.snapshot)
      if (named !== undefined && named !== nameOf(object)) return renameInherited(object, named, nameOf(object), context)
      return object.local ? setNotNull(object) : []
    },
    drop: (object, context) =>
      comesFromParent(object, context)
        ? []
        : `${alterTable(object)} ALTER COLUMN ${quoteIdentifier(object.column)} DROP NOT NULL`,
    clause: (object, context) => (object.notValid || comesFromParent(object, context) ? undefined : clause(object)),
    reference: (object) => `CONSTRAINT ${nameOf(object)} ON ${qualified(object.schema, object.table)}`,
  },
  render: ({ attributes: { name, noInherit, notValid } }, writer) => {
    const flags = { noInherit: noInherit ? 'true' : undefined, notValid: notValid ? 'true' : undefined }
    const quoted = name === undefined ? undefined : writer.string(name)
    const text = noInherit || notValid ? writer.object({ name: quoted, ...flags }) : (quoted ?? '')
    return { as: 'call', text: `.notNull(${text})` }
  },
})
