import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applied, deviation, privilegeChanges, type Held } from '../../src/kinds/grant/privileges.js'

const names = ['select', 'insert', 'update']
const held = fc
  .dictionary(fc.constantFrom(...names), fc.boolean(), { maxKeys: 3 })
  .map((record): Held => new Map(Object.entries(record).sort()))
const entries = (map: Held): unknown => Object.fromEntries(map)

test('a deviation leads from any privileges to any others', () => {
  fc.assert(
    fc.property(held, held, (base, wanted) => {
      expect(entries(applied(base, deviation(base, wanted)))).toEqual(entries(wanted))
    }),
  )
})

test('no statement is made where nothing changes', () => {
  fc.assert(
    fc.property(held, (any) => {
      expect(privilegeChanges(any, any, { on: 't', grantee: 'r', all: names })).toEqual([])
    }),
  )
})
