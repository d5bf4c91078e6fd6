import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { basename, dirname, resolve } from 'node:path'
import type { Location } from '../errors/error.js'

// Bundles of users' files that this process has loaded, by file name; a map is read when first asked for.
const bundles = new Map<string, { readonly file: string; readonly json: string; map?: SourceMap }>()

/** Remembers the source map of a bundle, whose file name is unique, so that places in it can be told as places in the user's files. */
export function registerBundle(file: string, json: string): void {
  bundles.set(basename(file), { file, json })
}

/** A place in a bundle: its file name, and line and column counted from 1. */
export interface Position {
  readonly bundle: string
  readonly line: number
  readonly column: number
}

const bundleName = /[\\/](bundle-\w+\.mjs)$/

/** Picks the innermost call from a bundle out of a stack. */
function pick(_error: Error, calls: NodeJS.CallSite[]): Position | undefined {
  for (const call of calls) {
    const [, bundle] = bundleName.exec(call.getFileName() ?? '') ?? []
    if (bundle !== undefined) return { bundle, line: call.getLineNumber() ?? 1, column: call.getColumnNumber() ?? 1 }
  }
  return undefined
}

/**
 * The place in a bundle from which the running function was called, a few calls up. An Error would say as much, but holds
 * on to its whole stack, ten times the memory: a schema has a hundred thousand of these.
 */
export function calledFrom(): Position | undefined {
  const { stackTraceLimit, prepareStackTrace } = Error
  const holder: { stack?: unknown } = {}
  try {
    Error.stackTraceLimit = 8
    Error.prepareStackTrace = pick
    Error.captureStackTrace(holder, calledFrom)
    return holder.stack as Position | undefined
  } finally {
    Error.stackTraceLimit = stackTraceLimit
    Error.prepareStackTrace = prepareStackTrace
  }
}

/**
 * The place in a user's file that an error, or the text of a stack trace, comes from: the innermost call in code that
 * `loadModules` loaded. `undefined` when there is none.
 */
export function locateError(error: unknown): Location | undefined {
  const stack = typeof error === 'string' ? error : error instanceof Error ? error.stack : undefined
  for (const [, name, line, column] of stack?.matchAll(/[\\/](bundle-\w+\.mjs):(\d+):(\d+)/g) ?? []) {
    const found = locatePosition({ bundle: name!, line: Number(line), column: Number(column) })
    if (found !== undefined) return found
  }
  return undefined
}

/** The place in a user's file that a place in a bundle comes from. */
export function locatePosition({ bundle: name, line, column }: Position): Location | undefined {
  const bundle = bundles.get(name)
  if (bundle === undefined) return undefined
  bundle.map ??= new SourceMap(JSON.parse(bundle.json) as SourceMapPayload)
  const entry = bundle.map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry) || !/\.[cm]?[jt]s$/.test(entry.originalSource)) return undefined
  const file = resolve(dirname(bundle.file), entry.originalSource)
  const originalLine = entry.originalLine + 1
  const code = codeLine(file, originalLine)
  return { file, line: originalLine, column: entry.originalColumn + 1, ...(code === undefined ? {} : { code }) }
}

/** A line of a file, counted from 1, without its indentation; `undefined` when it cannot be read. */
export function codeLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim()
  } catch {
    return undefined
  }
}
