/** Words that cannot name a constant in a module, or that would hide what declarations use. */
const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof undefined var void while with yield Infinity NaN c t`.split(/\s+/),
)

/** `order_items` → `orderItems`; characters that no identifier may hold separate words. */
export function camelCase(name: string): string {
  const words = name.split(/[^\p{ID_Continue}$]+|_+/u).filter((word) => word !== '')
  const [first = '', ...rest] = words
  const joined = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalise).join('')
  return /^[\p{ID_Start}_$]/u.test(joined) ? joined : `_${joined}`
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Gives each declaration a name of its own: the plain one first, then with its kind, its schema, a number. */
export class Names {
  readonly #taken: Set<string>

  constructor(imports: Iterable<string>) {
    this.#taken = new Set([...reserved, ...imports])
  }

  claim(name: string, kind: string, schema: string | undefined): string {
    const plain = camelCase(name)
    const withKind = camelCase(`${plain} ${kind.replaceAll('-', ' ')}`)
    const candidates = [
      plain,
      withKind,
      ...(schema === undefined ? [] : [camelCase(`${schema} ${name}`), camelCase(`${schema} ${name} ${kind}`)]),
    ]
    let free = candidates.find((candidate) => !this.#taken.has(candidate))
    for (let number = 2; free === undefined; number++)
      if (!this.#taken.has(`${withKind}${number}`)) free = `${withKind}${number}`
    this.#taken.add(free)
    return free
  }
}

/** A path without the ending, for a file that a person and any file system can live with. */
export function filePath(file: string, schema: string | undefined): string {
  const path = schema === undefined || schema === 'public' ? file : `${schema.replaceAll('/', '_')}/${file}`
  const safe = path.split('/').map(
    (part) =>
      part
        .replace(/[^\p{L}\p{N}_-]+/gu, '_')
        .slice(0, 60)
        .toLowerCase() || '_',
  )
  return safe.join('/')
}
