import { exitCodes, TidemarkError } from '../errors/error.js'
import type { Answer, Rename } from '../diff/rename.js'

export interface RenameFlags {
  readonly renames: 'ask' | 'auto' | 'none'
  /** `old=new`, by full name, or by the last part of the new one. */
  readonly rename: readonly string[]
  /** Names of what is not to be taken for renamed. */
  readonly noRename: readonly string[]
  /** Asks a person; undefined where there is none. */
  readonly ask?: (question: string) => Promise<boolean>
}

/**
 * Which of the likely renames are taken.
 * @throws TidemarkError TM210 when a question would have to be asked and nobody is there to answer (exit code 3)
 */
export async function answerRenames(candidates: readonly Rename[], flags: RenameFlags): Promise<readonly Rename[]> {
  if (flags.renames === 'none') return []
  const open = candidates.filter(({ from }) => !flags.noRename.some((name) => isNamed(from, name)))
  if (flags.renames === 'auto' || open.length === 0) return open
  if (flags.ask === undefined) throw unanswered(open)
  const taken: Rename[] = []
  for (const pair of open) if (await flags.ask(`Is ${pair.to} the renamed ${pair.from}?`)) taken.push(pair)
  return taken
}

const nameIn = (id: string): string => id.slice(id.indexOf(' ') + 1)
const isNamed = (id: string, name: string): boolean => nameIn(id) === name || nameIn(id) === `public.${name}`

/** What an answer, `old=new`, says. */
export function answerOf(text: string): Answer {
  const [before = '', after = ''] = text.split('=')
  return {
    isOld: (id) => isNamed(id, before),
    isNew: (id) => isNamed(id, after) || nameIn(id).endsWith(`.${after}`),
  }
}

/** @throws TidemarkError TM212 where an answer is about nothing that goes and comes */
export function refuseUnused(answers: readonly string[], taken: readonly Rename[]): void {
  const unused = answers.find((text) => {
    const { isOld, isNew } = answerOf(text)
    return !taken.some(({ from, to }) => isOld(from) && isNew(to))
  })
  if (unused === undefined) return
  throw new TidemarkError({
    code: 'TM212',
    subject: unused,
    what: 'nothing of the first name goes while something of its kind comes under the second, in the same place',
    fix: 'give both names in full, such as --rename public.people.fullname=public.people.name; --dry-run shows what goes and comes',
  })
}

/** @throws TidemarkError TM212 where what is said not to be renamed is not there: with `--renames auto` it would be renamed */
export function refuseUnknown(names: readonly string[], there: Iterable<string>): void {
  const ids = [...there]
  const unknown = names.find((name) => !ids.some((id) => isNamed(id, name)))
  if (unknown === undefined) return
  throw new TidemarkError({
    code: 'TM212',
    subject: unknown,
    what: 'the database has nothing of this name that --no-rename could keep',
    fix: 'give the old name in full, such as --no-rename public.people.fullname; --dry-run shows what goes and comes',
  })
}

function unanswered(pairs: readonly Rename[]): TidemarkError {
  const lines = pairs.map(({ from, to }) => `${from} → ${nameIn(to)}`)
  const [first] = pairs
  return new TidemarkError(
    {
      code: 'TM210',
      what: `these look like renames:\n${lines.join('\n')}`,
      why: 'taken as a drop and an add, what they hold would be lost',
      fix: [
        `say so in the declaration with renamedFrom, or here: --rename ${nameIn(first!.from)}=${nameIn(first!.to)}`,
        `say that it is none: --no-rename ${nameIn(first!.from)}`,
        'take them all: --renames auto; none of them: --renames none',
      ],
    },
    { exitCode: exitCodes.refused },
  )
}
