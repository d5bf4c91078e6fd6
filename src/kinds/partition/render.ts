import { enclose, propertyKey, stringLiteral } from '../../pull/layout.js'
import type { CatalogObject } from '../../catalog/snapshot.js'
import { equal } from '../../catalog/json.js'
import { qualified } from '../../sql/identifier.js'
import { overlayOf } from '../../sql/options.js'
import { emptySnapshot } from '../../catalog/snapshot.js'
import type { ColumnAttributes } from '../column/column.js'
import type { Kind, Rendered, Writer } from '../kind.js'
import { optionsText, storageOptions } from '../table/render-options.js'
import type { IndexSettings } from '../index/settings.js'
import type { TableAttributes } from '../table/table.js'
import { generatedCall } from '../column/render.js'
import { differsFromParents, hasSettingsOfParent, isComputedApart } from '../column/apart.js'
import { isSaidByParent } from '../column/sql.js'
import { bareNotNullName, isRenamed } from '../not-null/name.js'
import type { NotNullAttributes } from '../not-null/not-null.js'
import { parentsOf, partsOf } from './attachment.js'
import { isOfParentAlone, type NamedPart } from './index-part.js'
import type { PartitionAttributes } from './partition.js'

/** The table says it all. */
export const render: NonNullable<Kind<PartitionAttributes>['render']> = () => undefined

/** `partition('orders_2026_01').of(orders).from('2026-01-01').to('2026-02-01')`, in the file of the topmost table. */
export function renderPartition(
  { id, attributes: table }: CatalogObject<TableAttributes>,
  writer: Writer,
): Rendered | undefined {
  const name = qualified(table.schema, table.name)
  const partition = writer.snapshot.objects.get(`partition ${name}`)?.attributes as PartitionAttributes | undefined
  if (partition === undefined) return undefined
  const { parent } = partition
  const lists = new Map(writer.lists(id))
  lists.delete('columns')
  const columns = ownColumns(name, (column) => `c${access(column)}`, writer)
  const options = optionsText(table, lists, writer, {
    columns: columns.length === 0 ? undefined : `(c) => (${enclose('{', columns, '}', ' ')})`,
    names: ownNames(name, writer),
  })
  const parentName = writer.ref(`table ${qualified(parent.schema, parent.name)}`) ?? parent.name
  const expression = [
    `${writer.use('partition')}(${writer.name(table.schema, table.name)})`,
    `.of(${parentName}${options === undefined ? '' : `, ${options}`})`,
    boundText(partition.bound, writer),
  ].join('')
  const top = topmost(parent, writer)
  return { as: 'declaration', file: `tables/${top.name}`, schema: top.schema, name: table.name, expression }
}

function topmost(parent: PartitionAttributes['parent'], writer: Writer): PartitionAttributes['parent'] {
  const above = writer.snapshot.objects.get(`partition ${qualified(parent.schema, parent.name)}`)
  return above === undefined ? parent : topmost((above.attributes as PartitionAttributes).parent, writer)
}

const access = (name: string): string => (propertyKey(name) === name ? `.${name}` : `[${stringLiteral(name)}]`)

/** What a child says of the columns that it has from its parents: `priority: c.priority.default(10)`. */
export function ownColumns(child: string, column: (name: string) => string, writer: Writer): string[] {
  return partsOf(writer.snapshot, child).flatMap((part) => {
    if (part.kind !== 'column') return []
    const attributes = part.attributes as ColumnAttributes
    if (!isSaidByParent(attributes, writer.snapshot)) return []
    const calls = [settings(attributes, writer), writer.calls(part.id), writer.with(part.id)].join('')
    return calls === '' ? [] : [`${propertyKey(attributes.name)}: ${column(attributes.name)}${calls}`]
  })
}

function settings(column: ColumnAttributes, writer: Writer): string {
  if (hasSettingsOfParent(column, writer.snapshot, emptySnapshot(writer.snapshot.version))) return ''
  const { generated } = column
  const differs = (name: 'storage' | 'compression'): boolean => differsFromParents(column, name, writer.snapshot)
  return [
    isComputedApart(column, writer.snapshot) && generatedCall(generated!, writer),
    differs('storage') && `.storage(${column.storage === undefined ? '' : `'${column.storage}'`})`,
    differs('compression') && `.compression(${column.compression === undefined ? '' : `'${column.compression}'`})`,
    column.statistics !== undefined && `.statistics(${column.statistics})`,
    column.options && `.options(${storageOptions(column.options, writer)})`,
  ]
    .filter(Boolean)
    .join('')
}

/** The parents' columns, spread among a table's own: `...inherited(cities)`. */
export function inheritedColumns(child: string, writer: Writer): string[] {
  if (writer.snapshot.objects.get(`inheritance ${child}`) === undefined) return []
  const parents = parentsOf(writer.snapshot, child)
  const call = (parent: string): string => `${writer.use('inherited')}(${writer.ref(`table ${parent}`) ?? parent})`
  const holder = (name: string): string =>
    call(parents.find((parent) => writer.snapshot.objects.has(`column ${parent}.${qualified(name)}`)) ?? parents[0]!)
  return [
    ...parents.map((parent) => `...${call(parent)}`),
    ...ownColumns(child, (name) => `${holder(name)}${access(name)}`, writer),
  ]
}

/** What is set of a part, where that is not what is set of the parent's. */
function settingsApart(
  { options, tablespace, statistics }: IndexSettings,
  parent: IndexSettings,
  writer: Writer,
): Record<string, string | undefined> {
  const apart = overlayOf(parent.options, options)
  const byKey = Object.entries(statistics ?? {}).map(([key, target]) => [key, String(target)] as const)
  return {
    options: apart.length === 0 ? undefined : storageOptions(apart, writer),
    tablespace: tablespace === parent.tablespace ? undefined : writer.string(tablespace ?? 'pg_default'),
    statistics: equal(statistics, parent.statistics) ? undefined : writer.object(Object.fromEntries(byKey)),
  }
}

interface Named extends IndexSettings {
  readonly name: string
  readonly inherited?: string | boolean
  readonly automaticName?: string
  readonly invalid?: boolean
}

/** Names of attached indexes and inherited constraints that PostgreSQL would not have chosen or made. */
function ownNames(child: string, writer: Writer): string | undefined {
  const of = (kind: string): Record<string, string> =>
    Object.fromEntries(
      partsOf(writer.snapshot, child).flatMap((part) => {
        const { name, inherited, automaticName } = part.attributes as Named
        const alone = isOfParentAlone(kind, part.attributes as NamedPart, writer.snapshot)
        if (part.kind !== kind || typeof inherited !== 'string') return []
        const parts = [...writer.lists(part.id).values()].flat()
        const parent = writer.snapshot.objects.get(`${kind} ${inherited}`)?.attributes as Named | undefined
        // Of an index of the parent alone, a partition has a part only if it says so.
        if (parent === undefined) return []
        const isOfAlone = isOfParentAlone(kind, parent as NamedPart, writer.snapshot)
        const said = {
          ...settingsApart(part.attributes as IndexSettings, parent, writer),
          parts: parts.length === 0 ? undefined : writer.list(parts),
          only: alone ? 'true' : undefined,
        }
        const isBare = Object.values(said).every((value) => value === undefined)
        if (automaticName === undefined && !isOfAlone && isBare) return []
        const text = writer.string(name)
        return [[parent.name, isBare ? text : writer.object({ name: text, ...said })]]
      }),
    )
  const entries = { indexes: of('index'), constraints: of('constraint'), notNulls: notNullNames(child, writer) }
  const present = Object.entries(entries).filter(([, names]) => Object.keys(names).length > 0)
  if (present.length === 0) return undefined
  return writer.object(Object.fromEntries(present.map(([key, names]) => [key, writer.object(names)])))
}

/** NOT NULL constraints that are the parent's and go by another name than that. */
const notNullNames = (child: string, writer: Writer): Record<string, string> =>
  Object.fromEntries(
    partsOf(writer.snapshot, child).flatMap((part) => {
      if (part.kind !== 'not-null') return []
      const attributes = part.attributes as NotNullAttributes
      return isRenamed(attributes, writer.snapshot) && !attributes.local
        ? [[attributes.column, writer.string(bareNotNullName(attributes))]]
        : []
    }),
  )

function boundText(bound: string, writer: Writer): string {
  const [, from, to] = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s.exec(bound) ?? []
  if (from !== undefined) return `.from(${bounds(from, writer)}).to(${bounds(to!, writer)})`
  const [, list] = /^FOR VALUES IN \((.*)\)$/s.exec(bound) ?? []
  if (list !== undefined) return `.in(${bounds(list, writer)})`
  const [, modulus, remainder] = /^FOR VALUES WITH \(modulus (\d+), remainder (\d+)\)$/i.exec(bound) ?? []
  return modulus === undefined ? '.default()' : `.modulus(${modulus}).remainder(${remainder})`
}

/** The values of a bound, as PostgreSQL prints them: literals without their types. */
export const bounds = (list: string, writer: Writer): string =>
  (list.match(/E?'(?:[^'\\]|''|\\.)*'|[^,\s]+/gs) ?? [])
    .map((item) => {
      if (item === 'MINVALUE' || item === 'MAXVALUE') return writer.use(item.toLowerCase())
      if (item === 'NULL') return 'null'
      if (/^-?(?:0|[1-9]\d{0,14})$/.test(item) || item === 'true' || item === 'false') return item
      return item.startsWith("'") ? writer.string(item.slice(1, -1).replaceAll("''", "'")) : writer.sql(item)
    })
    .join(', ')
