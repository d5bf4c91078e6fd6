import { relative } from 'node:path'
import type { Diagnostic } from '../../errors/error.js'
import { messageOf } from './sarif.js'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A diagnostic as a workflow command of GitHub Actions, which shows it beside the line that it points to. */
export function toWorkflowCommand(item: Diagnostic): string {
  const { at, subject } = item
  const properties = {
    file: at && relative(process.cwd(), at.file),
    line: at?.line?.toString(),
    col: at?.column?.toString(),
    title: [item.code, item.rule, ...(subject === undefined ? [] : [subject])].join(' '),
  }
  const list = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapeProperty(value)}`,
  )
  return `::${commands[item.severity]} ${list.join(',')}::${escapeText(messageOf(item))}`
}
