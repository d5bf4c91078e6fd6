import { enumType, table } from 'tidemark'

export const mood = enumType('mood', ['unhappy', 'ok'], { renamed: { unhappy: 'sad' } })

export const people = table('people', (c) => ({ mood: c.type(mood).default('unhappy') }))
