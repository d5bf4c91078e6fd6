import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { isBackfill, isCode } from '../revisions/data.js'
import type { Revision } from '../revisions/load.js'
import type { SourceStep, WrittenStep } from '../revisions/render.js'
import type { Sql } from '../sql/sql.js'

/** What several migration files hold, for one file. */
export interface TakenOver {
  readonly steps: readonly (WrittenStep | SourceStep)[]
  /** What steps of source text need above them. */
  readonly imports: readonly string[]
  readonly before: string
}

const importLine = /^import\b[^'"]*(['"])([^'"]+)\1;?[^\S\n]*\n?/gm
const ownImport = /^import \{([^}]*)\} from ['"]tidemark['"];?\s*$/

/** The steps of migrations, in order, with a commit between two of them; what holds a function stays source text. */
export function takeOver(revisions: readonly Revision[], folder: string): TakenOver {
  const imports = new Set<string>()
  const before: string[] = []
  const steps = revisions.flatMap((revision, index): (WrittenStep | SourceStep)[] => {
    const comment = `${revision.revision} ${revision.message}`
    const commit: WrittenStep[] =
      index === 0 || revision.steps.length === 0 ? [] : [{ up: [], down: [], mode: 'alone' }]
    if (!revision.steps.some(({ up, down }) => [...up, ...down].some(hasSourceOnly)))
      return [...commit, ...revision.steps.map((step, at) => (at === 0 ? { ...step, comment } : step))]
    const name = `from_${revision.revision.replace(/\W/g, '_')}`
    before.push(sourceOf(revision, name, folder, imports))
    return [...commit, { comment, source: `...${name}.steps` }]
  })
  // A commit has nothing to end before the first step.
  const first = steps.findIndex((step) => 'source' in step || step.up.length > 0 || step.down.length > 0)
  return { steps: steps.slice(Math.max(0, first)), imports: [...imports], before: before.join('\n\n') }
}

const hasSourceOnly = (statement: Sql): boolean => isCode(statement) || isBackfill(statement)

/** A file as a constant; its imports go to the top of the new one. */
function sourceOf({ file }: Revision, name: string, folder: string, imports: Set<string>): string {
  const text = readFileSync(file, 'utf8')
  const body = text.replace(importLine, (line, quote: string, from: string) => {
    const own = ownImport.exec(line.trim())
    if (own !== null) for (const item of own[1]!.split(',')) imports.add(item.trim())
    else
      imports.add(
        line.trim().replace(`${quote}${from}${quote}`, `${quote}${moved(from, dirname(file), folder)}${quote}`),
      )
    return ''
  })
  return body.trim().replace(/^export default /m, `const ${name} = `)
}

/** A path relative to one folder, from another. */
function moved(specifier: string, from: string, to: string): string {
  if (!/^\.\.?\//.test(specifier)) return specifier
  const path = relative(to, resolve(from, specifier)).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}
