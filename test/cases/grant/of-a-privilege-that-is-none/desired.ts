import { grant, role, sequence, table } from 'tidemark'

export const reader = role('case_reader')
export const s = sequence('s').with(grant(reader).to('insert'))
export const t = table('t', (c) => ({ id: c.integer().with(grant(reader).to('delete')) }))
