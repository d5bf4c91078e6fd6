import { relative } from 'node:path'
import type { Diagnostic, Location } from '../../errors/error.js'
import type { Style } from '../output.js'

/**
 * A diagnostic as text:
 *
 *     error TM203 destructive-drop  public.orders.note
 *       what: this migration drops a column that holds 1,204 values
 *       why:  the way back restores the column, not its rows
 *       fix:  keep the data aside with --keep, or allow it with --allow TM203
 *       at:   schema/orders.ts:14
 *             note: c.text(),
 */
export function formatDiagnostic(item: Diagnostic, style: Style): string {
  const colour = { error: style.red, warning: style.yellow, note: style.cyan }[item.severity]
  const head = [colour(style.bold(`${item.severity} ${item.code}`)), style.bold(item.rule)].join(' ')
  const fixes = item.fix === undefined ? [] : typeof item.fix === 'string' ? [item.fix] : item.fix
  return [
    item.subject === undefined ? head : `${head}  ${item.subject}`,
    part('what', item.what, style),
    ...(item.why === undefined || item.why === '' ? [] : [part('why', item.why, style)]),
    ...fixes.map((fix, index) => part(index === 0 ? 'fix' : '', fix, style)),
    ...(item.at === undefined ? [] : [part('at', formatLocation(item.at), style)]),
    ...(item.at?.code === undefined || item.at.code === '' ? [] : [part('', style.cyan(item.at.code), style)]),
  ].join('\n')
}

/** `schema/orders.ts:14`, relative to the working directory when it lies below it. */
export function formatLocation({ file, line, column }: Location): string {
  const near = relative(process.cwd(), file)
  const path = near === '' || near.startsWith('..') ? file : near
  return [path, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':')
}

function part(label: string, text: string, style: Style): string {
  const [first = '', ...rest] = text.split('\n')
  const name = label === '' ? '      ' : style.dim(`${label}:`.padEnd(6))
  return [`  ${name}${first}`, ...rest.map((line) => `        ${line}`)].join('\n')
}
