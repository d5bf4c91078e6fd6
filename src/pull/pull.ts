import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import { unsettled } from '../desired/settle.js'
import type { Rendered, Writer } from '../kinds/kind.js'
import type { Kinds } from '../kinds/registry.js'
import { sqlTemplate } from '../sql/sql.js'
import { enclose, propertyKey, stringLiteral } from './layout.js'
import { filePath, Names } from './names.js'

/** What `pull` writes. */
export interface Pulled {
  /** Text by path, relative to the folder. */
  readonly files: ReadonlyMap<string, string>
  /** Ids of what has a declaration of its own. */
  readonly declared: ReadonlySet<string>
  /** Ids of what no declaration can express yet. */
  readonly unexpressed: readonly string[]
}

interface Declared {
  readonly object: CatalogObject
  /** Without the ending. */
  readonly file: string
  readonly name: string
}

/** What the writers of all files know. */
interface Known {
  readonly snapshot: Snapshot
  readonly kinds: Kinds
  readonly children: ReadonlyMap<string, readonly CatalogObject[]>
  readonly declared: ReadonlyMap<string, Declared>
  /** Ids of declared types, as SQL writes them. */
  readonly types: ReadonlyMap<string, string>
}

/**
 * Writes a snapshot as TypeScript declarations, split into files as a person would.
 * `imports`: the names that `tidemark` exports, which no declaration may take.
 */
export function pullFiles(live: Snapshot, kinds: Kinds, imports: readonly string[]): Pulled {
  const implied = (object: CatalogObject): boolean => kinds.isImplied(object, snapshot, snapshot)
  const snapshot = unsettled(live, kinds)
  const children = childrenByParent(snapshot, kinds)
  const objects = [...snapshot.objects.values()]
    .filter((object) => !implied(object))
    .sort((a, b) => kinds.rank(a) - kinds.rank(b) || (a.id < b.id ? -1 : 1))

  // First who declares what where, then the texts, which refer to each other by these names.
  const names = new Names(imports)
  const declared = new Map<string, Declared>()
  const unexpressed: string[] = []
  const survey = new FileWriter({ snapshot, kinds, children, declared: new Map(), types: new Map() }, '')
  const parts: CatalogObject[] = []
  for (const object of objects) {
    const rendered = survey.render(object)
    const { schema } = object.attributes as { schema?: string }
    if (rendered === undefined) {
      if (kinds.of(object).render === undefined) unexpressed.push(object.id)
    } else if (rendered.as === 'declaration')
      declared.set(object.id, {
        object,
        file: filePath(rendered.file, rendered.schema ?? schema),
        name: names.claim(rendered.name, object.kind, schema),
      })
    else parts.push(object)
  }

  const byFile = new Map<string, Declared[]>()
  for (const item of declared.values()) byFile.set(item.file, [...(byFile.get(item.file) ?? []), item])
  const known = { snapshot, kinds, children, declared, types: typesIn(declared, kinds) }
  const files = new Map<string, string>()
  const asked = new Set<string>()
  const write = (file: string): unknown =>
    files.set(`${file}.ts`, new FileWriter(known, file, asked).file(byFile.get(file)!))
  for (const file of byFile.keys()) write(file)
  // Parts of what nothing is written for, as it comes from elsewhere, stand in what is declared around that.
  const again = new Set<string>()
  for (const part of parts.filter((item) => !asked.has(kinds.parentOf(item) ?? ''))) {
    const holder = kinds.of(part).crossCutting && declaredAround(part, declared, snapshot, kinds)
    if (!holder) unexpressed.push(part.id)
    else {
      const { id } = holder.object
      children.set(id, [...(children.get(id) ?? []), { ...part, attributes: { ...part.attributes, of: id } as object }])
      again.add(holder.file)
    }
  }
  for (const file of again) write(file)
  return { files, declared: new Set(declared.keys()), unexpressed }
}

/** What is declared and holds an object, perhaps through others. */
function declaredAround(
  object: CatalogObject,
  declared: ReadonlyMap<string, Declared>,
  snapshot: Snapshot,
  kinds: Kinds,
): Declared | undefined {
  const id = kinds.parentOf(object)
  if (id === undefined) return undefined
  const parent = snapshot.objects.get(id)
  return declared.get(id) ?? (parent && declaredAround(parent, declared, snapshot, kinds))
}

function childrenByParent(snapshot: Snapshot, kinds: Kinds): Map<string, CatalogObject[]> {
  const result = new Map<string, CatalogObject[]>()
  for (const object of snapshot.objects.values()) {
    const parent = kinds.parentOf(object)
    if (parent === undefined || kinds.isImplied(object, snapshot, snapshot)) continue
    const list = result.get(parent)
    if (list === undefined) result.set(parent, [object])
    else list.push(object)
  }
  const position = ({ attributes }: CatalogObject): number =>
    'position' in attributes ? Number(attributes.position) : 0
  for (const list of result.values())
    list.sort((a, b) => kinds.rank(a) - kinds.rank(b) || position(a) - position(b) || (a.id < b.id ? -1 : 1))
  return result
}

function typesIn(declared: ReadonlyMap<string, Declared>, kinds: Kinds): Map<string, string> {
  const result = new Map<string, string>()
  for (const { object } of declared.values())
    for (const slot of kinds.of(object).slots?.(object.attributes) ?? [])
      if (slot.startsWith('type ')) result.set(slot.slice('type '.length), object.id)
  return result
}

/** Writes one file, and remembers what it has to import, and whose parts were `asked` for. */
class FileWriter implements Writer {
  readonly snapshot: Snapshot
  readonly #known: Known
  readonly #file: string
  readonly #asked: Set<string>
  readonly #used = new Set<string>()
  readonly #imports = new Map<string, Set<string>>()
  /** Ids of the same file that the declaration being written refers to. */
  #local = new Set<string>()

  constructor(known: Known, file: string, asked = new Set<string>()) {
    this.snapshot = known.snapshot
    this.#known = known
    this.#file = file
    this.#asked = asked
  }

  /** The whole text of the file. */
  file(items: readonly Declared[]): string {
    const texts = new Map<string, { text: string; needs: ReadonlySet<string> }>()
    for (const { object, name } of items) {
      this.#local = new Set()
      const rendered = this.render(object)
      if (rendered?.as !== 'declaration') continue
      texts.set(object.id, { text: `export const ${name} = ${rendered.expression}\n`, needs: this.#local })
    }
    // A constant has to stand above what uses it.
    const order: string[] = []
    const seen = new Set<string>()
    const visit = (id: string): void => {
      if (seen.has(id)) return
      seen.add(id)
      for (const need of texts.get(id)?.needs ?? []) visit(need)
      const text = texts.get(id)?.text
      if (text !== undefined) order.push(text)
    }
    for (const { object } of items) visit(object.id)
    const own = enclose('import {', [...this.#used].sort(compareNames), "} from 'tidemark'", ' ')
    const others = [...this.#imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, names]) =>
        enclose('import {', [...names].sort(compareNames), `} from '${relativePath(this.#file, file)}'`, ' '),
      )
    return `${[own, ...others].join('\n')}\n\n${order.join('\n')}`
  }

  use(name: string): string {
    this.#used.add(name)
    return name
  }

  ref(id: string): string | undefined {
    const target = this.#known.declared.get(id)
    if (target === undefined) return undefined
    if (target.file === this.#file) this.#local.add(id)
    else {
      const names = this.#imports.get(target.file)
      if (names === undefined) this.#imports.set(target.file, new Set([target.name]))
      else names.add(target.name)
    }
    return target.name
  }

  type(text: string): string | undefined {
    const id = this.#known.types.get(text)
    return id === undefined ? undefined : this.ref(id)
  }

  name(schema: string, name: string): string {
    if (schema === 'public') return this.string(name)
    const kind = this.#known.kinds.named('schema')
    const constant = this.ref(`schema ${kind.identity({ name: schema })}`)
    return constant === undefined
      ? `${this.use('schema')}(${this.string(schema)})(${this.string(name)})`
      : `${constant}(${this.string(name)})`
  }

  column(name: string): string {
    return propertyKey(name) === name ? `t.${name}` : `t[${this.string(name)}]`
  }

  string(text: string): string {
    return stringLiteral(text)
  }

  sql(text: string): string {
    this.use('sql')
    return sqlTemplate(text)
  }

  reference(id: string): string | undefined {
    const object = this.snapshot.objects.get(id)
    return object && this.#known.kinds.of(object).sql.reference?.(object.attributes)
  }

  children(id: string): readonly CatalogObject[] {
    this.#asked.add(id)
    return this.#known.children.get(id) ?? []
  }

  render(object: CatalogObject): Rendered | undefined {
    return this.#known.kinds.of(object).render?.(object, this)
  }

  lists(id: string): ReadonlyMap<string, readonly string[]> {
    const lists = new Map<string, string[]>()
    for (const child of this.children(id)) {
      const rendered = this.render(child)
      if (rendered?.as !== 'item') continue
      const list = lists.get(rendered.list)
      if (list === undefined) lists.set(rendered.list, [rendered.text])
      else list.push(rendered.text)
    }
    return lists
  }

  with(id: string): string {
    const items = [...this.lists(id).values()].flat()
    return items.length === 0 ? '' : enclose('.with(', items, ')')
  }

  calls(id: string): string {
    return this.children(id)
      .map((child) => this.render(child))
      .map((rendered) => (rendered?.as === 'call' ? rendered.text : ''))
      .join('')
  }

  object(entries: Readonly<Record<string, string | undefined>>): string {
    const present = Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return enclose(
      '{',
      present.map(([key, value]) => (key === value ? key : `${propertyKey(key)}: ${value}`)),
      '}',
      ' ',
    )
  }

  list(items: readonly string[]): string {
    return enclose('[', items, ']')
  }
}

const compareNames = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)

/** `../types` from `app/tables/users` to `types`; with the ending that Node asks for. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return `${here.length === 0 ? './' : '../'.repeat(here.length)}${there.join('/')}.js`
}
