import { table } from 'tidemark'

export const nothing = table('nothing', () => ({}))
