import { exitCodes, TidemarkError } from '../../errors/error.js'
import type { CommandSpec, Invocation } from '../command.js'
import { shared } from '../options.js'

/** `tidemark tag`: names for revisions, in a file beside the migrations. */
export const tag: CommandSpec = {
  name: 'tag',
  summary: 'give a revision a name, or list the names',
  description:
    'Tags stand in the file `tags` of the migrations folder, a line each, and are reviewed and merged with the migrations. ' +
    'A tag can be used wherever a revision is named.',
  args: [
    { name: '[name]', description: 'the tag; without it, all of them are listed' },
    { name: '[ref]', description: 'the revision (default: head)' },
  ],
  options: [
    { flags: '--force', description: 'move a tag that is there already' },
    { flags: '--delete', description: 'take the tag away' },
    shared.migrations,
    shared.config,
    shared.url,
    shared.json,
  ],
  examples: [
    { command: 'tidemark tag v1.4', does: 'the head is now v1.4 as well' },
    { command: 'tidemark tag live current', does: 'what the database is at' },
    { command: 'tidemark down v1.3', does: 'back to another tag' },
  ],
  async run(invocation) {
    const [name] = invocation.args
    if (name === undefined) await list(invocation)
    else if (invocation.flags['delete'] === true) await remove(name, invocation)
    else await set(name, invocation)
    return exitCodes.done
  },
}

interface Tagged {
  readonly tag: string
  readonly revision: string
  /** Null where the revision has no file. */
  readonly message: string | null
}

async function list({ config, output }: Invocation): Promise<void> {
  const { loadHistory } = await import('../../revisions/load.js')
  const { graph } = await loadHistory((await config()).migrations, { optional: true })
  const tags = [...graph.tags].map(([name, revision]): Tagged => {
    return { tag: name, revision, message: graph.nodes.get(revision)?.message ?? null }
  })
  if (output.json) return output.document(tags)
  if (tags.length === 0) return output.note('There are no tags.')
  const widest = (key: 'tag' | 'revision'): number => Math.max(...tags.map((item) => item[key].length))
  const [names, revisions] = [widest('tag'), widest('revision')]
  const { cyan, yellow, red } = output.style
  for (const { tag: name, revision, message } of tags) {
    output.data(`${cyan(name.padEnd(names))}  ${yellow(revision.padEnd(revisions))}  ${message ?? red('(no file)')}`)
  }
}

async function remove(name: string, { config, output }: Invocation): Promise<void> {
  const { readTags, writeTags } = await import('../../revisions/tags.js')
  const { migrations } = await config()
  const tags = new Map(await readTags(migrations))
  const revision = tags.get(name)
  if (revision === undefined) throw noTag(name, [...tags.keys()])
  tags.delete(name)
  await writeTags(migrations, tags)
  if (output.json) output.document({ tag: name, revision, deleted: true })
  else output.note(`${name} no longer names ${revision}.`)
}

async function set(name: string, { args: [, ref = 'head'], flags, config, output }: Invocation): Promise<void> {
  const [{ readStateFor }, { resolveRevision }, { writeTags }, { requireName }, { requireFree }] = await Promise.all([
    import('../read-state.js'),
    import('../../revisions/refs.js'),
    import('../../revisions/tags.js'),
    import('../../revisions/names.js'),
    import('../../revisions/place.js'),
  ])
  const settings = await config()
  const { history, context } = await readStateFor([ref], settings, output)
  requireName('tag', name)
  const { tags } = history.graph
  const before = tags.get(name)
  if (before === undefined) requireFree(context.graph, 'tag', name)
  const revision = resolveRevision(ref, context)
  if (before !== undefined && before !== revision && flags['force'] !== true) throw taken(name, before)
  await writeTags(settings.migrations, new Map([...tags, [name, revision]]))
  const message = context.graph.nodes.get(revision)!.message
  if (output.json) output.document({ tag: name, revision, message } satisfies Tagged)
  else output.note(`${name} names ${revision}  ${message}`)
}

function noTag(name: string, tags: readonly string[]): TidemarkError {
  return new TidemarkError({
    code: 'TM317',
    what: `there is no tag ${name}`,
    why: tags.length === 0 ? 'there are no tags at all' : `there are ${tags.join(', ')}`,
    fix: '`tidemark tag` lists them',
  })
}

function taken(name: string, revision: string): TidemarkError {
  return new TidemarkError({
    code: 'TM317',
    what: `the tag ${name} already names ${revision}`,
    why: 'others may rely on it',
    fix: 'choose another name, or move it: --force',
  })
}
