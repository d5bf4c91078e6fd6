import { expect, test } from 'vitest'
import { apply, createSubject, planBetween, readSide, sideOfSql } from '../support/transition.js'
import type { Side } from '../../src/plan/side.js'

/** What the parts of a table say, what PostgreSQL has no command for included. */
const partsOf = ({ snapshot }: Side, table: string): Record<string, unknown> =>
  Object.fromEntries(
    [...snapshot.objects.values()]
      .filter(({ attributes }) => (attributes as { table?: string }).table === table)
      .map(({ id, attributes }) => [id, { ...attributes, position: undefined }]),
  )

const parents = `
CREATE TABLE public.named (label varchar(10) NOT NULL, rank integer DEFAULT 1 NOT NULL, CONSTRAINT ranked CHECK (rank > 0));
CREATE TABLE public.titled (label varchar(10) NOT NULL, year integer DEFAULT 2000 CONSTRAINT has_year NOT NULL, CONSTRAINT modern CHECK (year > 1900));`
const child = (parent: string): string => `CREATE TABLE public.book (pages integer) INHERITS (public.${parent})`

test.each([
  ['passes to another parent', [...parents.split(';\n'), child('named')], [...parents.split(';\n'), child('titled')]],
  [
    'has several parents',
    [...parents.split(';\n'), child('named, public.titled')],
    [...parents.replaceAll('varchar(10)', 'text').split(';\n'), child('named, public.titled')],
  ],
  [
    'passes to another parent and gets another type',
    [...parents.split(';\n'), child('named')],
    [...parents.replaceAll('varchar(10)', 'text').split(';\n'), child('titled')],
  ],
])('what a child has from its parents does not become its own: it %s', async (_name, before, after) => {
  const scratch = await createSubject()
  const [first, second] = [await sideOfSql(before, scratch), await sideOfSql(after, scratch)]
  const subject = await createSubject(before.join(';\n'))
  await subject.sql`INSERT INTO public.book (label, pages) VALUES ('a', 5)`
  const { steps } = planBetween(await readSide(subject), second)
  await apply(subject, steps, 'up')
  expect(partsOf(await readSide(subject), 'book')).toEqual(partsOf(second, 'book'))
  await apply(subject, steps, 'down')
  expect(partsOf(await readSide(subject), 'book')).toEqual(partsOf(first, 'book'))
  const rows = await subject.sql`SELECT label, pages FROM ONLY public.book`
  expect([...rows]).toEqual([{ label: 'a', pages: 5 }])
})
