/** What an attribute may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** True when a value is at its default and is therefore left out of a snapshot. */
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)

/**
 * A copy without what is absent; equal facts then have equal JSON, whichever way they were read.
 * @param share Gives one text for all that are equal.
 */
export function compact<A extends object>(attributes: A, share = itself): A {
  const result: Record<string, unknown> = {}
  for (const key in attributes) {
    const value: unknown = attributes[key]
    if (isAbsent(value)) continue
    const kept = compactValue(value, share)
    // By assignment, this name would be none of its own.
    if (key === '__proto__') Object.defineProperty(result, key, { value: kept, ...property })
    else result[key] = kept
  }
  return result as A
}

const property = { enumerable: true, configurable: true, writable: true }

const itself = (text: string): string => text

function compactValue(value: unknown, share: (text: string) => string): unknown {
  if (typeof value === 'string') return share(value)
  if (Array.isArray(value)) return value.map((item) => compactValue(item, share))
  return typeof value === 'object' && value !== null ? compact(value, share) : value
}

/** For `compact`: among a hundred thousand objects most texts are there many times. */
export function sharing(): (text: string) => string {
  const texts = new Map<string, string>()
  return (text) => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
}

/** Deep equality of JSON values; an absent key equals one that holds `undefined`. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
    return left.every((item, index) => equal(item, right[index]))
  }
  const a = left as Record<string, unknown>
  const b = right as Record<string, unknown>
  for (const key in a) if (!equal(a[key], Object.hasOwn(b, key) ? b[key] : undefined)) return false
  for (const key in b) if (!Object.hasOwn(a, key) && b[key] !== undefined) return false
  return true
}

/** JSON with sorted keys: the same text for the same value. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
