import { domain, rangeType } from 'tidemark'

export const span = rangeType('span', { subtype: 'integer' })
export const small = domain('small', (c) => c.smallint())
