import { enumType, sql, table, view } from 'tidemark'

export const mood = enumType('mood', ['awful', 'bad', 'sad', 'meh', 'ok', 'happy'])

export const people = table('people', (c) => ({
  id: c.integer().primaryKey(),
  mood: c.type(mood).default('happy'),
}))

export const happyPeople = view('happy_people', sql`SELECT id FROM people WHERE mood = 'ok'`)
