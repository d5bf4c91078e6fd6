import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'

const header = /^\s*import \{([\w\s,]+)\} from (['"])tidemark\2;?/
const moduleSyntax = /^[ \t]*(import|export)\b/gm

/** What files import from `tidemark`, by name. */
type Tool = Readonly<Record<string, unknown>>

/**
 * Evaluates files that are plain JavaScript but for their import from `tidemark`, as Tidemark writes them: many times faster
 * than compiling them. A file that is anything else, or fails, is left out, for the compiler to load or to explain.
 *
 * @param tool All that such a file may import.
 * @param code What tells a file with functions: they may say `query<Row>(…)`, which is JavaScript too, and something else there.
 * @returns the default export by file
 */
export function loadPlain(files: readonly string[], tool: Tool, code: RegExp): ReadonlyMap<string, unknown> {
  const plain = files.flatMap((file): Plain[] => {
    const body = functionBody(read(file), tool)
    return body === undefined || code.test(body) ? [] : [{ file, body }]
  })
  const loaded: (readonly [string, unknown])[] = []
  for (let start = 0; start < plain.length; start += together)
    loaded.push(...evaluate(plain.slice(start, start + together), tool))
  return new Map(loaded)
}

/** So many are compiled as one script, since beginning a script costs more than one of them does. */
const together = 200

interface Plain {
  readonly file: string
  readonly body: string
}

/** Of 10,000 small files, one after the other is read more than ten times as fast as all at once. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function evaluate(list: readonly Plain[], tool: Tool): readonly (readonly [string, unknown])[] {
  const functions = compile(list, tool)
  if (functions === undefined) return list.length === 1 ? [] : list.flatMap((item) => evaluate([item], tool))
  return list.flatMap(({ file }, index) => {
    try {
      const exported = functions[index]!(tool)
      return typeof exported === 'object' && exported !== null ? [[file, exported]] : []
    } catch {
      // An error that the compiler's way reports with its place in the file.
      return []
    }
  })
}

/** `undefined` when one of them has TypeScript's syntax, or is not even that. */
function compile(list: readonly Plain[], tool: Tool): readonly ((tool: Tool) => unknown)[] | undefined {
  const names = Object.keys(tool).join(', ')
  const functions = list.map(({ body }) => `(function ({ ${names} }) { ${body}\n})`)
  try {
    return runInThisContext(`'use strict'; [${functions.join(',')}]`) as ReturnType<typeof compile>
  } catch {
    return undefined
  }
}

/** The text as the body of a function that returns the default export; lines keep their numbers. */
function functionBody(text: string, tool: Tool): string | undefined {
  const imported = header.exec(text)
  if (imported === null) return undefined
  const names = imported[1]!.split(',').map((name) => name.trim())
  if (names.some((name) => name !== '' && !Object.hasOwn(tool, name))) return undefined
  const rest = text.slice(imported[0].length)
  const [only, ...others] = rest.matchAll(moduleSyntax)
  if (only === undefined || others.length > 0 || !rest.slice(only.index).trimStart().startsWith('export default '))
    return undefined
  return `${imported[0].replace(/[^\n]/g, '')}${rest.slice(0, only.index)}${rest.slice(only.index).replace('export default ', 'return ')}`
}
