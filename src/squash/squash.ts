import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config/config.js'
import { TidemarkError } from '../errors/error.js'
import { afterWrite } from '../revisions/after-write.js'
import { isBackfill, isCode } from '../revisions/data.js'
import { migrationFileName } from '../revisions/file-name.js'
import { loadHistory, type History, type Revision } from '../revisions/load.js'
import type { MigrationHead, Step } from '../revisions/migration.js'
import { placeRevision } from '../revisions/place.js'
import { writeMigration } from '../revisions/write.js'
import type { Sql } from '../sql/sql.js'
import { lineOf } from './range.js'
import { takeOver } from './take-over.js'

export interface Squash extends MigrationHead {
  readonly file: string
  /** The files that it stands for; they stay. */
  readonly replaced: readonly Pick<Revision, 'revision' | 'message' | 'file'>[]
}

/**
 * Writes a migration that stands for all revisions of a range: their steps, one after the other.
 * @throws TidemarkError TM305 to TM307, TM311 for the references; TM319 for the id; TM334 what cannot be squashed.
 */
export async function squash(
  config: Config,
  range: string,
  wish: { readonly message: string | undefined; readonly revision: string | undefined },
): Promise<Squash> {
  const history = await loadHistory(config.migrations)
  const { graph } = history
  const parts = lineOf(range, graph).map((id) => graph.nodes.get(id)!)
  const head = headOf(history, parts, wish)
  const at = new Date()
  const folder = dirname(join(config.migrations, migrationFileName(head.revision, head.message, at, config.fileName)))
  const file = await writeMigration({ head, ...takeOver(parts, folder) }, config.migrations, at, config.fileName)
  try {
    await requireSame(config.migrations, head.revision, parts)
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  await afterWrite(file, config)
  return {
    ...head,
    file,
    replaced: parts.map(({ revision, message, file: old }) => ({ revision, message, file: old })),
  }
}

function headOf(
  { graph }: History,
  parts: readonly Revision[],
  { message, revision }: { readonly message: string | undefined; readonly revision: string | undefined },
): MigrationHead {
  const [first, last] = [parts[0]!, parts.at(-1)!]
  const inside = new Set(parts.map((part) => part.revision))
  const placed = placeRevision(graph, {
    message: message ?? `${first.message} to ${last.message}`,
    heads: [],
    revision,
  })
  const all = (of: (part: Revision) => readonly string[] | undefined): readonly string[] => [
    ...new Set(parts.flatMap((part) => of(part) ?? [])),
  ]
  const codesOf = ({ hazards = [] }: Revision): readonly string[] => hazards.map((text) => text.split(' ')[0]!)
  return {
    ...placed,
    parents: first.parents,
    labels: all(({ labels }) => labels),
    dependsOn: all(({ dependsOn }) => dependsOn).filter((id) => !inside.has(id)),
    replaces: parts.map((part) => part.revision),
    roles: all(({ roles }) => roles),
    hazards: all(({ hazards }) => hazards),
    // Consent in one file is none for what another one does.
    allow: all(({ allow }) => allow).filter((code) =>
      parts.every((part) => !codesOf(part).includes(code) || part.allow?.includes(code)),
    ),
  }
}

/** Reads the file back: what was written as source text may mean something else beside that of another file. */
async function requireSame(folder: string, revision: string, parts: readonly Revision[]): Promise<void> {
  const written = await loadHistory(folder).then(
    ({ revisions }) => revisions.find((item) => item.revision === revision)!,
    (error: unknown) => {
      if (error instanceof TidemarkError && error.diagnostics.every(({ code }) => /^TM00[456]/.test(code)))
        throw notTheSame(error.diagnostics.map(({ what }) => what).join('\n'), error)
      throw error
    },
  )
  const before = parts.flatMap(({ steps }) => steps.map(textOf))
  const after = written.steps.filter((step) => step.up.length + step.down.length > 0).map(textOf)
  if (JSON.stringify(before.filter((text) => text !== nothing)) !== JSON.stringify(after))
    throw notTheSame('read back, its steps differ from those of the files')
}

const partsOf = (statement: Sql): unknown =>
  isCode(statement) ? statement.run.toString() : isBackfill(statement) ? statement.batches : statement.parts

const textOf = ({ up, down, mode }: Step): string => JSON.stringify([mode, up.map(partsOf), down.map(partsOf)])
const nothing = textOf({ up: [], down: [], mode: 'alone' })

const notTheSame = (why: string, cause?: unknown): TidemarkError =>
  new TidemarkError(
    {
      code: 'TM334',
      what: 'the functions of these migrations cannot stand in one file; nothing was written',
      why,
      fix: 'give what the files declare names of their own, or squash the parts before and after',
    },
    { cause },
  )
