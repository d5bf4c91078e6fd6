import { schema, table } from 'tidemark'

const a = schema('a')
const b = schema('b')

export const at = table(a('t'), (c) => ({ id: c.integer(), more: c.text() }))
export const bt = table(b('t'), (c) => ({ id: c.integer() }))
