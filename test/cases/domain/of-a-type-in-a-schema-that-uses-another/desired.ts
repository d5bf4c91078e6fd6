import { compositeType, domain, enumType, schema } from 'tidemark'

export const app = schema('app')
export const mood = enumType('mood', ['sad', 'ok'])
export const feeling = domain(app('feeling'), (c) => c.type(mood))
export const felt = compositeType(app('felt'), (c) => ({ mood: c.type(mood) }))
export const strong = domain('strong', (c) => c.type(feeling))
export const shown = compositeType('shown', (c) => ({ felt: c.type(felt), strong: c.type(strong) }))
