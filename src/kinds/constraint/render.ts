import type { CatalogObject, Snapshot } from '../../catalog/snapshot.js'
import { Graph } from '../../plan/graph.js'
import { qualified } from '../../sql/identifier.js'
import { defaultName } from '../../sql/default-name.js'
import type { Kind, Writer } from '../kind.js'
import { isOfParentAlone, type NamedPart } from '../partition/index-part.js'
import { storageOptions } from '../table/render-options.js'
import { propertyKey } from '../../pull/layout.js'
import type { ConstraintAttributes, References } from './constraint.js'
import { isValidAlone } from './valid-alone.js'

type Constraint = ConstraintAttributes

const suffixes = {
  'primary key': 'pkey',
  unique: 'key',
  'foreign key': 'fkey',
  check: 'check',
  exclude: 'excl',
} as const

const autoName = ({ table, type, columns = [] }: Constraint): string =>
  defaultName([table, ...(type === 'primary key' ? [] : columns)], suffixes[type])

/** Attributes that the short form on a column can say. */
const simple = new Set(['schema', 'table', 'name', 'type', 'columns', 'references'])

const isInline = ({ id, attributes }: CatalogObject<Constraint>, writer: Writer): boolean =>
  attributes.columns?.length === 1 &&
  attributes.type !== 'check' &&
  !isInherited(attributes, writer) &&
  Object.keys(attributes).every((name) => simple.has(name)) &&
  (attributes.references === undefined || inlineReference(attributes.references, writer)) &&
  writer.children(id).length === 0

/** A column that comes from a parent is not written in the child. */
const isInherited = ({ schema, table, columns = [] }: Constraint, { snapshot }: Writer): boolean =>
  columns.some((column) => {
    const found = snapshot.objects.get(`column ${qualified(schema, table, column)}`)?.attributes
    return found !== undefined && 'inherited' in found
  })

const inlineReference = (references: References, writer: Writer): boolean =>
  references.match === undefined &&
  references.onDeleteColumns === undefined &&
  writer.ref(tableIdOf(references)) !== undefined

const tableIdOf = ({ schema, table }: { schema: string; table: string }): string => `table ${qualified(schema, table)}`

/** `.primaryKey()`, `.unique('name')`, `.references(() => users.id)`: the form on a column, where it says everything. */
export function inlineCall(object: CatalogObject<Constraint>, column: string, writer: Writer): string | undefined {
  const { attributes: constraint } = object
  if (constraint.columns?.[0] !== column || !isInline(object, writer)) return undefined
  const name = constraint.name === autoName(constraint) ? undefined : writer.string(constraint.name)
  if (constraint.type === 'primary key') return `.primaryKey(${name ?? ''})`
  if (constraint.type === 'unique') return `.unique(${name ?? ''})`
  const { references } = constraint
  const { onUpdate, onDelete } = references!
  const options = {
    name,
    onUpdate: onUpdate && writer.string(onUpdate),
    onDelete: onDelete && writer.string(onDelete),
  }
  const given = Object.values(options).some((value) => value !== undefined)
  return `.references(${arrow(constraint, 'Column', writer)} ${targetColumn(references!, references!.columns[0]!, writer)}${given ? `, ${writer.object(options)}` : ''})`
}

/** `() =>`; with its type where tables refer to each other in a circle, which TypeScript could not resolve by itself. */
function arrow(constraint: Constraint, type: string, writer: Writer): string {
  if (!onCircle(constraint, writer)) return '() =>'
  writer.use('type Column')
  return `(): ${type} =>`
}

const circles = new WeakMap<Snapshot, ReadonlyMap<string, number>>()

/** True when the table that is referred to refers back, directly or through others. */
function onCircle(constraint: Constraint, { snapshot }: Writer): boolean {
  const found = circles.get(snapshot) ?? circlesOf(snapshot)
  circles.set(snapshot, found)
  const own = tableIdOf(constraint)
  const other = tableIdOf(constraint.references!)
  return own === other || (found.has(own) && found.get(own) === found.get(other))
}

/** Tables that lie on common circles of foreign keys, with the number of their circle. */
function circlesOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const graph = new Graph<string>()
  const keys = [...snapshot.objects.values()]
    .filter((object) => object.kind === 'constraint')
    .map(({ attributes }) => attributes as Constraint)
  for (const key of keys) {
    if (key.references === undefined) continue
    const [from, to] = [tableIdOf(key), tableIdOf(key.references)]
    graph.add(from)
    graph.add(to)
    graph.mustPrecede(from, to)
  }
  return new Map(graph.cycles().flatMap((circle, number) => circle.map((id) => [id, number] as const)))
}

function targetColumn(references: References, column: string, writer: Writer): string {
  const table = writer.ref(tableIdOf(references))
  return propertyKey(column) === column ? `${table}.${column}` : `${table}[${writer.string(column)}]`
}

export const render: NonNullable<Kind<Constraint>['render']> = (object, writer) => {
  const { id, attributes: constraint } = object
  // Its definition is the parent's; the partition says its name.
  if (typeof constraint.inherited === 'string') return undefined
  if (isValidAlone(constraint, writer.snapshot))
    return {
      as: 'item',
      list: 'constraints',
      text: `${writer.use('validated')}(${writer.string(constraint.name)})${writer.with(id)}`,
    }
  if (isInline(object, writer)) return undefined
  const name = constraint.name === autoName(constraint) ? '' : writer.string(constraint.name)
  const text = [
    body(constraint, name, writer),
    constraint.include && `.include(${columnList(constraint.include, writer)})`,
    constraint.nullsNotDistinct && '.nullsNotDistinct()',
    constraint.period && (constraint.type === 'foreign key' ? '.period()' : '.withoutOverlaps()'),
    constraint.predicate && `.where(${writer.sql(constraint.predicate)})`,
    constraint.noInherit && '.noInherit()',
    constraint.options && `.options(${storageOptions(constraint.options, writer)})`,
    constraint.tablespace && `.tablespace(${writer.string(constraint.tablespace)})`,
    constraint.deferrable && `.deferrable(${constraint.initiallyDeferred ? `'deferred'` : ''})`,
    constraint.notEnforced && '.notEnforced()',
    constraint.notValid && '.notValid()',
    constraint.attachedTo && `.attachedTo(${attachedName(constraint, writer)})`,
    isOfParentAlone('constraint', constraint as NamedPart, writer.snapshot) && '.only()',
    writer.with(id),
  ]
  return { as: 'item', list: 'constraints', text: text.filter(Boolean).join('') }
}

function attachedName({ attachedTo }: Constraint, writer: Writer): string {
  const { schema, name } = writer.snapshot.objects.get(`index ${attachedTo}`)!.attributes as {
    schema: string
    name: string
  }
  return writer.name(schema, name)
}

const columnList = (columns: readonly string[], writer: Writer): string =>
  columns.map((column) => writer.column(column)).join(', ')

function body(constraint: Constraint, name: string, writer: Writer): string {
  const columns = columnList(constraint.columns ?? [], writer)
  switch (constraint.type) {
    case 'primary key':
      return `${writer.use('primaryKey')}(${name}).on(${columns})`
    case 'unique':
      return `${writer.use('unique')}(${name}).on(${columns})`
    case 'foreign key':
      return foreignKey(constraint, constraint.references!, name, columns, writer)
    case 'check':
      return `${writer.use('check')}(${writer.string(constraint.name)}, ${writer.sql(constraint.expression!)})`
    case 'exclude': {
      const elements = constraint.elements!.map(
        ({ key, operator }) => `[${writer.sql(key)}, ${writer.string(operator)}]`,
      )
      return `${writer.use('exclude')}(${writer.string(constraint.name)}).using('${constraint.method}').with(${elements.join(', ')})`
    }
  }
}

function foreignKey(
  constraint: Constraint,
  references: References,
  name: string,
  columns: string,
  writer: Writer,
): string {
  const own = references.schema === constraint.schema && references.table === constraint.table
  const target = (column: string): string => (own ? writer.column(column) : targetColumn(references, column, writer))
  return [
    `${writer.use('foreignKey')}(${name}).on(${columns}).references(${arrow(constraint, 'Column[]', writer)} [${references.columns.map(target).join(', ')}])`,
    references.match && '.matchFull()',
    references.onUpdate && `.onUpdate(${writer.string(references.onUpdate)})`,
    references.onDelete &&
      `.onDelete(${[writer.string(references.onDelete), ...(references.onDeleteColumns ?? []).map((column) => writer.column(column))].join(', ')})`,
  ]
    .filter(Boolean)
    .join('')
}
