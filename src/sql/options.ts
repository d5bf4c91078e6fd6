import { quoteLiteral } from './identifier.js'

/** `name=value` as SQL writes it: `fillfactor='70'`. A value is quoted, since it may hold anything. */
export function optionText(option: string): string {
  const [name, value] = split(option)
  return /^[a-z0-9_.]+$/i.test(value) && !/^\d+[a-z]/i.test(value)
    ? `${name}=${value}`
    : `${name}=${quoteLiteral(value)}`
}

/** `(fillfactor=70, autovacuum_enabled=false)`. */
export const optionList = (options: readonly string[]): string => `(${options.map(optionText).join(', ')})`

/** `SET (…)` and `RESET (…)` that lead from one list of storage parameters to another. */
export function optionChanges(before: readonly string[] = [], after: readonly string[] = []): string[] {
  const set = after.filter((option) => !before.includes(option))
  const names = new Set(after.map((option) => split(option)[0]))
  const reset = before.map((option) => split(option)[0]).filter((name) => !names.has(name))
  return [
    ...(reset.length > 0 ? [`RESET (${reset.join(', ')})`] : []),
    ...(set.length > 0 ? [`SET ${optionList(set)}`] : []),
  ]
}

/** What one list says where another says the rest; `-fillfactor` takes one of those away. */
export function overlaid(below: readonly string[] = [], above: readonly string[] = []): string[] | undefined {
  const names = new Set(above.map((option) => split(option)[0].replace(/^-/, '')))
  const list = [
    ...below.filter((option) => !names.has(split(option)[0])),
    ...above.filter((item) => !item.startsWith('-')),
  ]
  return list.length === 0 ? undefined : list
}

/** What has to be said over `below` to come to `whole`. */
export function overlayOf(below: readonly string[] = [], whole: readonly string[] = []): string[] {
  const names = new Set(whole.map((option) => split(option)[0]))
  const gone = below.flatMap((option) => (names.has(split(option)[0]) ? [] : [`-${split(option)[0]}`]))
  return [...whole.filter((option) => !below.includes(option)), ...gone]
}

/** Their order is kept and means nothing. */
export const sameOptions = (before: readonly string[] = [], after: readonly string[] = []): boolean =>
  before.length === after.length && before.every((option) => after.includes(option))

function split(option: string): [name: string, value: string] {
  const at = option.indexOf('=')
  return at < 0 ? [option, 'true'] : [option.slice(0, at), option.slice(at + 1)]
}
