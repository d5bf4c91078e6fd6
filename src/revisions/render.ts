import type { Diagnostic } from '../errors/error.js'
import { sqlTemplate, type Sql } from '../sql/sql.js'
import type { MigrationHead, Step } from './migration.js'

/** A step as it is written down: with what a reviewer should know about it. */
export interface WrittenStep extends Step {
  readonly comment?: string
  readonly hazards?: readonly Pick<Diagnostic, 'code' | 'what'>[]
}

/** A step, or several, as source text. */
export interface SourceStep {
  readonly comment: string
  readonly source: string
}

/** What a migration file is made from. */
export interface WrittenMigration {
  readonly head: MigrationHead
  readonly steps: readonly (WrittenStep | SourceStep)[]
  /** What source text needs: names of Tidemark, and whole lines. */
  readonly imports?: readonly string[]
  /** Source text above the migration. */
  readonly before?: string
}

const width = 120

/** The text of a migration file; reading it back gives the same head and steps. */
export function renderMigration({ head, steps, imports = [], before = '' }: WrittenMigration): string {
  const secrets = steps.some((step) =>
    'source' in step ? false : [...step.up, ...step.down].some((statement) => statement.secrets.length > 0),
  )
  const needed = ['migration', 'step', 'sql', ...(secrets ? ['secret'] : [])]
  const lines = imports.filter((item) => item.startsWith('import'))
  const names = new Set([...needed, ...imports.filter((item) => item !== '' && !item.startsWith('import'))])
  return [
    `import { ${[...names].join(', ')} } from 'tidemark'`,
    ...lines,
    '',
    ...(before === '' ? [] : [before, '']),
    'export default migration({',
    ...renderHead(head),
    ...(steps.length === 0 ? ['}, [])'] : ['}, [', ...steps.flatMap(renderStep), '])']),
    '',
  ].join('\n')
}

function renderHead(head: MigrationHead): readonly string[] {
  const parents = `[${head.parents.map(quote).join(', ')}]`
  const fields = [`revision: ${quote(head.revision)}`, `parents: ${parents}`, `message: ${quote(head.message)}`]
  const together = `  ${fields.join(', ')},`
  const lists = (['labels', 'dependsOn', 'replaces', 'roles', 'hazards', 'allow'] as const).flatMap((name) =>
    head[name]?.length ? renderList(name, head[name].map(quote)) : [],
  )
  return [...(together.length <= width ? [together] : fields.map((field) => `  ${field},`)), ...lists]
}

function renderList(name: string, items: readonly string[]): readonly string[] {
  const line = `  ${name}: [${items.join(', ')}],`
  return line.length <= width ? [line] : [`  ${name}: [`, ...items.map((item) => `    ${item},`), '  ],']
}

function renderStep(step: WrittenStep | SourceStep): readonly string[] {
  if ('source' in step) return [...commentLines(step.comment), `  ${step.source},`]
  const call = step.mode === 'transaction' ? 'step' : `step.${step.mode}`
  const comments = [
    ...commentLines(step.comment),
    ...(step.hazards ?? []).flatMap((item) => commentLines(hazardNote(item))),
  ]
  if (step.mode === 'alone' && step.up.length === 0 && step.down.length === 0) return [...comments, '  step.commit(),']
  const single = [step.up, step.down].every((list) => list.length === 1 && !isBlock(list[0]!))
  if (single) {
    const margin = ' '.repeat(`  ${call}({ `.length)
    const up = `  ${call}({ up:   ${template(step.up[0]!, '')},`
    return [...comments, up, `${margin}down: ${template(step.down[0]!, '')} }),`]
  }
  return [...comments, `  ${call}({`, `    up:   ${value(step.up)},`, `    down: ${value(step.down)},`, '  }),']
}

const commentLines = (comment = ''): readonly string[] =>
  comment === '' ? [] : comment.split(/\r\n|[\r\n\u2028\u2029]/).map((note) => `  // ${note}`.trimEnd())

function hazardNote({ code, what }: Pick<Diagnostic, 'code' | 'what'>): string {
  return `${code}: ${what.replace(/\s+/g, ' ')}`
}

function value(statements: readonly Sql[]): string {
  if (statements.length === 1) return template(statements[0]!, '    ')
  if (statements.length === 0) return '[]'
  return `[\n${statements.map((statement) => `      ${template(statement, '      ')},\n`).join('')}    ]`
}

const isBlock = (statement: Sql): boolean => template(statement, '').includes('\n')

/** Secrets ride through `sqlTemplate` as marks; a text that could not carry them is written as raw pieces. */
function template(statement: Sql, indent: string): string {
  const text = statement.parts.map((part) => (typeof part === 'string' ? part : '')).join('')
  if (statement.secrets.length === 0) return loneSurrogate.test(text) ? raw(text) : sqlTemplate(text, indent)
  const escapesSecret = statement.parts.slice(0, -1).some((part) => typeof part === 'string' && part.endsWith('\\'))
  if (escapesSecret || loneSurrogate.test(text) || /[\r\0\u0001\u2028\u2029]/.test(text)) {
    const pieces = statement.parts.map((part) => (typeof part === 'string' ? raw(part) : secretCall(part.secret)))
    return `sql\`${pieces.map((piece) => `\${${piece}}`).join('')}\``
  }
  const marked = statement.parts.map((part) => (typeof part === 'string' ? part : '\u0001')).join('')
  const names = statement.secrets.values()
  return sqlTemplate(marked, indent).replace(/\u0001/g, () => `\${${secretCall(names.next().value!)}}`)
}

/** Half of a character pair, which a source file cannot hold. */
const loneSurrogate = /\p{Surrogate}/u

const raw = (text: string): string => `sql.raw(${JSON.stringify(text)})`
const secretCall = (name: string): string => `secret(${quote(name)})`

/** A string as a TypeScript literal in single quotes. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replace(/[\u2028\u2029]/g, (mark) => (mark === '\u2028' ? '\\u2028' : '\\u2029'))}'`
}
