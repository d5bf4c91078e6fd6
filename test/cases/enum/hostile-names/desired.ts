import { enumType, schema, table } from 'tidemark'

export const odd = schema('odd schema')

export const select = enumType(odd('select'), ['', '感じ "x"', "it's", 'back\\slash'])

export const t = table(odd('T'), (c) => ({ 'a.b': c.type(select).default("it's") }))
