import { readFileSync } from 'node:fs'
import { TidemarkError, type DiagnosticInput } from '../errors/error.js'
import { slugOf } from '../revisions/file-name.js'
import { ancestors, tips } from '../revisions/graph.js'
import type { History } from '../revisions/load.js'
import type { Ask } from '../runner/backends.js'
import { quoteLiteral } from '../sql/identifier.js'
import { tools, type Tool, type ToolName } from './tools.js'

/** What another tool says about a database. */
export interface Foreign {
  readonly tool: ToolName
  /** Its table, quoted and with its schema. */
  readonly table: string
  readonly applied: readonly string[]
}

/**
 * Reads the ledger of another tool.
 * @throws TidemarkError TM346 when there is none, or several, or a migration in it failed half-way.
 */
export async function readForeign(tool: ToolName, ask: Ask, { journal }: { journal?: string } = {}): Promise<Foreign> {
  const spec: Tool = tools[tool]
  const found = await ask<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = ${quoteLiteral(spec.table)} AND c.relkind IN ('r', 'p') ORDER BY 1`,
  )
  const [table, ...others] = found.map(({ name }) => name)
  if (table === undefined) throw refusal({ what: `this database has no table ${spec.table}, the ledger of ${tool}` })
  if (others.length > 0)
    throw refusal({ what: `this database has several ledgers of ${tool}: ${table}, ${others.join(', ')}` })
  const unfinished = spec.unfinished === undefined ? [] : await ask<{ name: string }>(spec.unfinished(table))
  if (unfinished.length > 0) {
    throw refusal({
      what: `${tool} did not finish ${unfinished.map(({ name }) => name).join(', ')}`,
      why: 'what of it is there, its ledger does not say',
      fix: `finish it, or mark it as rolled back, with ${tool} first`,
    })
  }
  const rows = await ask<{ name: string }>(spec.applied(table))
  const names = rows.map(({ name }) => name)
  return { tool, table, applied: journal === undefined ? names : namedBy(journal, names) }
}

/** Drizzle keeps times; `meta/_journal.json` beside its migrations has the name of each. */
function namedBy(journal: string, times: readonly string[]): readonly string[] {
  let entries: readonly { readonly when: number; readonly tag: string }[]
  try {
    ;({ entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: typeof entries })
    const tags = new Map(entries.map(({ when, tag }) => [String(when), tag]))
    return times.map((time) => tags.get(time) ?? time)
  } catch (cause) {
    throw refusal({ what: `the journal ${journal} cannot be read`, why: (cause as Error).message }, cause)
  }
}

/**
 * The revisions that a foreign ledger means: those that have the id of each of its migrations, or its name as their message.
 * @throws TidemarkError TM346 when one has no revision, or the revisions stand on others that the ledger does not have.
 */
export function revisionsOf({ tool, applied }: Foreign, { graph }: History): readonly string[] {
  const byName = new Map<string, string[]>()
  const named = (name: string): readonly string[] => (name === '' ? [] : (byName.get(name) ?? []))
  for (const { revision, message } of graph.nodes.values())
    for (const name of new Set([revision, slugOf(message)])) byName.set(name, [...(byName.get(name) ?? []), revision])
  const pairs = applied.map((name) => ({ name, revisions: byName.get(name) ?? named(slugOf(bare(name))) }))
  const unclear = pairs.filter(({ revisions }) => revisions.length !== 1)
  if (unclear.length > 0) {
    const list = unclear.map(({ name, revisions }) =>
      revisions.length === 0 ? `${name}: no revision` : `${name}: ${revisions.join(' or ')}`,
    )
    throw refusal({
      what: `of ${applied.length} migrations that ${tool} applied, ${unclear.length} cannot be told among the revisions:\n${list.join('\n')}`,
      why: 'a revision is found by its id, or by a message that is the name without its number or time',
      fix: [
        'say at which revision the database is: tidemark adopt --at REF',
        ...(tool === 'drizzle' ? ['or give the names of the migrations: --journal drizzle/meta/_journal.json'] : []),
      ],
    })
  }
  const meant = new Set(pairs.flatMap(({ revisions }) => revisions))
  const below = ancestors(graph, [...meant])
  const missing = graph.order.filter((id) => below.has(id) && !meant.has(id))
  const spec: Tool = tools[tool]
  if (missing.length > 0 && spec.headsOnly !== true) {
    throw refusal({
      what: `${tool} did not apply ${missing.map((id) => `${id} (${graph.nodes.get(id)!.message})`).join(', ')}, on which others stand that it did`,
      fix: [
        'correct the parents of the revisions',
        'or say at which revision the database is: tidemark adopt --at REF',
      ],
    })
  }
  return tips(graph, below)
}

/** Whether an object belongs to the ledger of the other tool, which no revision gives. */
export const isOfForeign = ({ table }: Foreign, id: string): boolean =>
  id.includes(table) || id.endsWith(`schema ${table.split('.')[0]}`)

/** `20240101000000_add-users.js` and `0003_add_users` are `add-users` and `add_users`. */
const bare = (name: string): string =>
  name.replace(/\.[cm]?[jt]s$|\.sql$/, '').replace(/^\d+(?:[.:_-]?T?\d+)*[.:_-]+/, '')

function refusal(input: Omit<DiagnosticInput, 'code'>, cause?: unknown): TidemarkError {
  return new TidemarkError({ code: 'TM346', ...input }, { cause })
}
