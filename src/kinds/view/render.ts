import { enclose } from '../../pull/layout.js'
import type { Kind, Writer } from '../kind.js'
import type { ViewAttributes } from './view.js'

const words: Readonly<Record<string, string>> = {
  security_barrier: 'securityBarrier',
  security_invoker: 'securityInvoker',
  check_option: 'checkOption',
}

/** `view('active', { securityInvoker: true }, sql`…`)`. */
export const render: NonNullable<Kind<ViewAttributes>['render']> = ({ id, attributes: view }, writer) => {
  const own = Object.fromEntries(
    (view.options ?? []).map((option) => {
      const [name = '', value = ''] = option.split('=')
      return [words[name] ?? name, /^(?:true|false)$/.test(value) ? value : writer.string(value)]
    }),
  )
  const expression = viewCode('view', view, own, id, writer)
  return { as: 'declaration', file: `views/${view.name}`, name: view.name, expression }
}

/** The call that declares a view of either sort. */
export function viewCode(
  call: string,
  view: { schema: string; name: string; definition: string },
  own: Readonly<Record<string, string | undefined>>,
  id: string,
  writer: Writer,
): string {
  const lists = new Map(writer.lists(id))
  const columns = lists.get('columns') ?? []
  lists.delete('columns')
  const entries = [
    ...Object.entries(own).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    ...(columns.length === 0 ? [] : [`columns: ${enclose('{', columns, '}', ' ')}`]),
    ...[...lists].map(([key, items]) => `${key}: ${enclose('[', items, ']')}`),
  ]
  const body = enclose('{', entries, '}', ' ')
  const used = columnsIn(body, id, writer)
  const type = used.length === 0 ? '' : `<${used.map((name) => writer.string(name)).join(' | ')}>`
  const head = `${writer.use(call)}${type}(${writer.name(view.schema, view.name)}, `
  const query = `${writer.sql(view.definition)})`
  if (entries.length === 0) return head + query
  return `${head}${used.length === 0 ? body : `(t) => (${body})`}, ${query}`
}

/** The columns of a view that its options use. */
const columnsIn = (options: string, id: string, writer: Writer): readonly string[] =>
  writer
    .children(id)
    .flatMap(({ kind, attributes }) => (kind === 'view-column' && 'name' in attributes ? String(attributes.name) : []))
    .filter((name) => isUsed(writer.column(name), options))

/** `t.day`, but not as the beginning of `t.days`. */
const isUsed = (column: string, text: string): boolean =>
  text
    .split(column)
    .slice(1)
    .some((after) => column.endsWith(']') || !/^[\p{ID_Continue}$]/u.test(after))
