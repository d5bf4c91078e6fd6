import { lastName, quoteIdentifier } from '../../sql/identifier.js'

type NewId = (id: string) => string

/** A role as it is called after renames, quoted. */
export const newQuoted = (role: string, newId: NewId): string => newId(`role ${role}`).slice('role '.length)

/** The same of a bare name. */
export const newRole = (name: string, newId: NewId): string => lastName(newQuoted(quoteIdentifier(name), newId))
