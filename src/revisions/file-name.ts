import { randomBytes } from 'node:crypto'

/** A new revision id: twelve hexadecimal digits. */
export function newRevisionId(): string {
  return randomBytes(6).toString('hex')
}

/** What a file name is made of, unless `fileName` of the config says otherwise. */
export const standardFileName = '{year}{month}{day}T{hour}{minute}_{revision}_{slug}'

const parts = ['revision', 'slug', 'year', 'month', 'day', 'hour', 'minute', 'second', 'epoch'] as const

/** Why a text cannot say how files are named; `undefined` where it can. */
export function fileNameProblem(pattern: string): string | undefined {
  const unknown = [...pattern.matchAll(/\{([^}]*)\}/g)].find(([, name]) => !parts.includes(name as 'slug'))
  if (unknown !== undefined)
    return `${unknown[0]} means nothing; known are ${parts.map((part) => `{${part}}`).join(', ')}`
  return pattern.includes('{revision}') ? undefined : 'it lacks {revision}, which keeps two files apart'
}

/** `20261120T1015_3f9c2a1b7d04_wider_totals.ts`: the UTC minute, the id, and up to 40 characters of the message. */
export function migrationFileName(revision: string, message: string, at: Date, pattern = standardFileName): string {
  const [year, month, day, hour, minute, second] = at.toISOString().match(/\d+/g)!
  const epoch = String(Math.floor(at.getTime() / 1000))
  const values = { revision, slug: slugOf(message), year, month, day, hour, minute, second, epoch }
  const name = pattern.replace(/\{(\w+)\}/g, (_, part: keyof typeof values) => values[part]!)
  // A message without a letter leaves the slug empty.
  return `${name.replace(/[_-]+$/, '')}.ts`
}

/** A message as a part of a file name. */
export function slugOf(message: string): string {
  return message
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_/, '')
    .slice(0, 40)
    .replace(/_$/, '')
}
