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
  const loaded = new Map<string, unknown>()
  for (const file of files) {
    try {
      // Of 10,000 small files, one after the other is read more than ten times as fast as all at once.
      const body = functionBody(readFileSync(file, 'utf8'), tool)
      if (body === undefined || code.test(body)) continue
      const evaluate = runInThisContext(`'use strict'; (function ({ ${Object.keys(tool).join(', ')} }) { ${body}\n})`, {
        filename: file,
      })
      const exported: unknown = (evaluate as (names: Tool) => unknown)(tool)
      if (typeof exported === 'object' && exported !== null) loaded.set(file, exported)
    } catch {
      // TypeScript syntax, or an error that the compiler's way reports with its place in the file.
    }
  }
  return loaded
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
