import { collation, table } from 'tidemark'

export const plain = collation('plain', { provider: 'libc', locale: 'POSIX', everyEncoding: true })

export const words = table('words', (c) => ({ word: c.text().collate(plain) }))
