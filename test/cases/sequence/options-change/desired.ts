import { sequence } from 'tidemark'

export const plain = sequence('plain', { as: 'smallint', start: 10, min: 10 })
export const odd = sequence('odd', { increment: 3, max: 50 })
export const down = sequence('down', { as: 'integer' })
