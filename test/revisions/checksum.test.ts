import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checksum, formerChecksum, isSame } from '../../src/revisions/checksum.js'
import { step } from '../../src/revisions/migration.js'
import { secret, sql } from '../../src/sql/sql.js'

const of = (up: string, down = 'DROP TABLE t'): string => checksum([step({ up: sql.raw(up), down: sql.raw(down) })])

it('does not count layout, comments and a last semicolon', () => {
  expect(of('CREATE TABLE t (\n  id int -- the key\n);')).toBe(of('CREATE  TABLE t ( id int /* the key */\t)'))
})

it('does not count the case of words, nor spaces at parentheses and commas', () => {
  expect(of('create table T(id int,\n  name text) ;')).toBe(of('CREATE TABLE t ( id INT, name TEXT )'))
  expect(of('SELECT "T"')).not.toBe(of('SELECT "t"'))
  expect(of("SELECT 'T'")).not.toBe(of("SELECT 't'"))
})

it('counts spaces that decide what is meant', () => {
  expect(of('SELECT 1 2')).not.toBe(of('SELECT 12'))
  expect(of('SELECT a - -b')).not.toBe(of('SELECT a --b'))
  expect(of('SELECT a =- b')).not.toBe(of('SELECT a = - b'))
})

it('knows what version 0.1.0 wrote into a ledger', () => {
  const steps = [step({ up: sql`CREATE TABLE t (id int)`, down: sql`DROP TABLE t` })]
  const recorded = formerChecksum(steps)
  expect(recorded).toBe('43b96cb30c4fd934dfbf07cd36fe9d02')
  const checksums = { checksum: checksum(steps), formerChecksum: recorded }
  expect([recorded, checksums.checksum, 'other'].map((sum) => isSame(checksums, sum))).toEqual([true, true, false])
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
