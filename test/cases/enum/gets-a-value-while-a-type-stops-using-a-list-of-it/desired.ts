import { compositeType, domain, enumType } from 'tidemark'

export const mood = enumType('mood', ['sad', 'ok', 'happy'])
export const several = domain('several', (c) => c.type(mood).array().notNull())
export const wide = compositeType('wide', (c) => ({ a: c.text() }))
