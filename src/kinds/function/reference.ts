import type { Writer } from '../kind.js'
import { functionCode } from './render.js'

/** SQL for a function as the catalogs' own statements name it, with the types of its arguments: `public.f(integer)`. */
export const withSignature = (oid: string): string => `${oid}::oid::regprocedure::text`

/** SQL for a function named without arguments; null where there is none. */
export const nameOnly = (oid: string): string => `case when ${oid} <> 0 then ${oid}::text end`

/** The constant that declares a function, where its name alone tells which, else the text that names it. */
export function signatureCode(text: string, writer: Writer): string {
  const name = text.slice(0, text.lastIndexOf('('))
  const code = functionCode(name, writer)
  return code === writer.string(name) ? writer.string(text) : code
}
