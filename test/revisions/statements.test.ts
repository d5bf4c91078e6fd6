import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statements, tokens } from '../../src/revisions/statements.js'

const shapes = (text: string): readonly string[] => statements(text).map(({ shape }) => shape)

describe('statements', () => {
  it('are cut at semicolons, and comments do not count', () => {
    expect(shapes('-- one; two\nSELECT  1 ; /* ; /* ; */ */ Select 2;;')).toEqual(['select 1', 'select 2'])
  })

  it.each([
    ["SELECT ';', E'\\';', \"a;b\"", 'a string, an escape string, a quoted name'],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $x$ BEGIN; $$;$$; END $x$', 'a dollar quote'],
    ['CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)', 'parentheses'],
    ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END', 'an SQL body'],
    ["CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (';'); END", 'a procedure'],
  ])('do not end within %s', (text) => {
    expect(statements(`${text}; SELECT 3`).map((item) => item.text)).toEqual([text, 'SELECT 3'])
  })

  it('a block of a transaction is no SQL body', () => {
    expect(shapes('BEGIN; SELECT 1; END; SELECT 2')).toEqual(['begin', 'select 1', 'end', 'select 2'])
  })

  it('know where they begin', () => {
    const text = '\n  SELECT 1;\n\n  SELECT 2'
    expect(statements(text).map(({ offset }) => text.slice(offset, offset + 8))).toEqual(['SELECT 1', 'SELECT 2'])
  })
})

describe('tokens', () => {
  it('together are the whole text', () => {
    const pieces = fc.array(
      fc.constantFrom("'", '"', '$$', '$a$', '--', '/*', '*/', ';', '\n', ' ', 'e', "E'", '\\', 'x1', '(', ')', 'é'),
    )
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('')
        expect(
          tokens(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
