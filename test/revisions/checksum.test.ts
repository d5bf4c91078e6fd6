import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checksum } from '../../src/revisions/checksum.js'
import { step } from '../../src/revisions/migration.js'
import { secret, sql } from '../../src/sql/sql.js'

const of = (up: string, down = 'DROP TABLE t'): string => checksum([step({ up: sql.raw(up), down: sql.raw(down) })])

it('does not count layout, comments and a last semicolon', () => {
  expect(of('CREATE TABLE t (\n  id int -- the key\n);')).toBe(of('CREATE  TABLE t ( id int /* the key */\t)'))
})

it('is the same for a statement on one line', () => {
  const statements = fc.array(fc.constantFrom('SELECT', "'a b'", '$$ x $$', '"c d"', ';', '(', '1', 'f'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(statements, (words) => {
      expect(of(` ${words.join(' ')} ;`)).toBe(of(`\n${words.join('\n')}\n;`))
    }),
  )
})

it('counts what is inside quotes', () => {
  expect(of("SELECT 'a  b'")).not.toBe(of("SELECT 'a b'"))
  expect(of('DO $$ BEGIN  NULL; END $$')).not.toBe(of('DO $$ BEGIN NULL; END $$'))
  expect(of('SELECT 1 AS "a  b"')).not.toBe(of('SELECT 1 AS "a b"'))
})

it('does not count the way back, which can still be mended', () => {
  expect(of('CREATE TABLE t ()', 'DROP TABLE t')).toBe(of('CREATE TABLE t ()', 'DROP TABLE IF EXISTS t'))
})

it('counts whether a step stands alone, and how statements are cut into steps', () => {
  const [a, b] = [sql`SELECT 1`, sql`SELECT 2`]
  const variants = [
    [step({ up: [a, b], down: [] })],
    [step({ up: a, down: [] }), step({ up: b, down: [] })],
    [step.alone({ up: [a, b], down: [] })],
  ]
  expect(new Set(variants.map((steps) => checksum(steps))).size).toBe(3)
})

it('counts a secret by its name', () => {
  const withSecret = (name: string): string =>
    checksum([step({ up: sql`ALTER ROLE r PASSWORD ${secret(name)}`, down: [] })])
  expect(withSecret('A')).toBe(withSecret('A'))
  expect(withSecret('A')).not.toBe(withSecret('B'))
})
