import { quoteIdentifier, quoteLiteral } from './identifier.js'

/** Parameters whose value is a list of names, kept by PostgreSQL as it would be written in postgresql.conf. */
const lists = new Set([
  'search_path',
  'temp_tablespaces',
  'local_preload_libraries',
  'session_preload_libraries',
  'shared_preload_libraries',
  'unix_socket_directories',
])

/** `SET search_path TO app, pg_temp` for a setting of a function, database or role as the catalog holds it: `name=value`. */
export function settingText(setting: string): string {
  const at = setting.indexOf('=')
  const name = setting.slice(0, at)
  const value = setting.slice(at + 1)
  const text = lists.has(name.toLowerCase()) ? listItems(value).map(itemText).join(', ') : quoteLiteral(value)
  return `SET ${name.split('.').map(quoteIdentifier).join('.')} TO ${text}`
}

/** A setting as the catalog holds it: `name=value`, with a list quoted and separated as PostgreSQL does. */
export function settingOf(name: string, value: string | readonly string[]): string {
  const items = typeof value !== 'string' ? value : lists.has(name.toLowerCase()) ? listItems(value) : undefined
  return `${name}=${items === undefined ? (value as string) : items.map(quoteIdentifier).join(', ')}`
}

const itemText = (item: string): string => {
  const name = quoteIdentifier(item)
  return name.startsWith('"') ? quoteLiteral(item) : name
}

/** The names in `app, "$user"`; bare ones are folded to lower case. */
function listItems(value: string): string[] {
  const items = [...value.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,\s][^,]*?))\s*(?:,|$)/g)]
  if (items.length === 0) return ['']
  return items.map(([, quoted, bare = '']) =>
    quoted === undefined ? bare.toLowerCase() : quoted.replaceAll('""', '"'),
  )
}
