import { calledFrom, type Position } from '../config/source-position.js'
import type { Named } from '../sql/sql.js'

/** An object as it is declared: its expressions are as written, not yet as PostgreSQL prints them. */
export interface DeclaredObject {
  readonly kind: string
  readonly attributes: object
  /** Ids of objects that its expressions name. */
  readonly requires?: readonly string[]
  /** Its name before, so that it is renamed and not made anew. */
  readonly renamedFrom?: string
  /** Where it was written; set from the declaration when it is a part of one. */
  readonly origin?: Position | undefined
}

/** What a part of a declaration needs to know of the object that it is a part of. */
export interface Parent {
  readonly id: string
  readonly schema: string
  readonly name: string
}

/** A part of another declaration: a constraint of a table, a comment, a grant. Made lazily, when all files are loaded. */
export interface Part {
  objects(parent: Parent): readonly DeclaredObject[]
}

/** Anything declared at the top of a schema file; it can be named in SQL and in other declarations. */
export interface Declaration {
  readonly origin: Position | undefined
  objects(): readonly DeclaredObject[]
}

/** A declared object that others can point to by id: a role, a table, a type. */
export interface Target extends Named {
  readonly [targetId]: string
}
export const targetId: unique symbol = Symbol('tidemark.id')

/** Set while schema files are loaded; a declaration counts whether or not it is exported. */
let collected: Declaration[] | undefined

/** Remembers a declaration; outside a run of Tidemark (in an application that imports its row types) it does nothing. */
export function register(declaration: Declaration): void {
  collected?.push(declaration)
}

/** All declarations that `load` makes, in the order in which they were written. */
export async function collect(load: () => Promise<unknown>): Promise<readonly Declaration[]> {
  const list: Declaration[] = []
  collected = list
  try {
    await load()
  } finally {
    collected = undefined
  }
  return list
}

/** Where the calling declaration stands; `undefined` where Tidemark has not loaded it. */
export const origin = calledFrom

/** Objects that stand where `at` says, but for those that say more exactly where they do. */
export const placedAt = (at: Position | undefined, objects: readonly DeclaredObject[]): readonly DeclaredObject[] =>
  objects.map((object) => ({ ...object, origin: object.origin ?? at }))
