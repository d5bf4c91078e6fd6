import { qualified } from '../sql/identifier.js'
import { nameParts, Sql } from '../sql/sql.js'
import { targetId, type Target } from './declaration.js'

/** A type: as SQL writes it, a declared type, or a table or view for the type of its rows. */
export type TypeRef = string | Target | Sql

/** A type as SQL writes it. */
export const typeText = (type: TypeRef): string =>
  typeof type === 'string' ? type : type instanceof Sql ? type.text() : qualified(...type[nameParts])

/** The id of a declared type. */
export const typeNeeds = (type: TypeRef): readonly string[] =>
  typeof type === 'string' || type instanceof Sql ? [] : [type[targetId]]

/** A declared function, operator or other object, or its name as SQL writes it. */
export type ObjectRef = string | Target

export const refText = (ref: ObjectRef): string => (typeof ref === 'string' ? ref : qualified(...ref[nameParts]))
export const refNeeds = (ref: ObjectRef): readonly string[] => (typeof ref === 'string' ? [] : [ref[targetId]])
