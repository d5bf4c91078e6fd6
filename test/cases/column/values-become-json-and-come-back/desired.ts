import { enumType, table } from 'tidemark'

export const mood = enumType('mood', ['ok'])
export const events = table('events', (c) => ({
  tags: c.jsonb(),
  at: c.json(),
  mood: c.jsonb(),
  data: c.text().array(),
}))
