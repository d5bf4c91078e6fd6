import { quoteIdentifier } from '../../sql/identifier.js'
import type { SqlContext } from '../kind.js'
import { partsOf, type Detour } from '../partition/attachment.js'
import type { NullableAttributes } from './nullable.js'

/** INHERIT wants NOT NULL in the child wherever a parent has it: those that may be null are without nulls meanwhile. */
export function nullableMeanwhile(child: string, parents: readonly string[], side: SqlContext): Detour {
  const { objects } = side.snapshot
  const parts = [side, side.opposite].flatMap(({ snapshot }) => partsOf(snapshot, child))
  const names = parts.flatMap(({ kind, attributes }) =>
    kind === 'nullable' ? quoteIdentifier((attributes as NullableAttributes).column) : [],
  )
  const needed = [...new Set(names)].filter(
    (name) =>
      objects.has(`column ${child}.${name}`) && parents.some((parent) => objects.has(`not-null ${parent}.${name}`)),
  )
  const alter = (name: string, action: string): string =>
    `ALTER TABLE ONLY ${child} ALTER COLUMN ${name} ${action} NOT NULL`
  return {
    off: needed.map((name) => alter(name, 'SET')),
    on: needed.filter((name) => !objects.has(`not-null ${child}.${name}`)).map((name) => alter(name, 'DROP')),
  }
}
