import { randomBytes } from 'node:crypto'

/** A new revision id: twelve hexadecimal digits. */
export function newRevisionId(): string {
  return randomBytes(6).toString('hex')
}

/** `20261120T1015_3f9c2a1b7d04_wider_totals.ts`: the UTC minute, the id, and up to 40 characters of the message. */
export function migrationFileName(revision: string, message: string, at: Date): string {
  const minute = at.toISOString().slice(0, 16).replace(/[-:]/g, '')
  const slug = message
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_/, '')
    .slice(0, 40)
    .replace(/_$/, '')
  return `${[minute, revision, slug].filter((part) => part !== '').join('_')}.ts`
}
