/** A name in a schema other than `public`, made by calling a declared schema: `app('users')`. */
export class QualifiedName {
  readonly schema: string
  readonly name: string

  constructor(schema: string, name: string) {
    this.schema = schema
    this.name = name
  }
}

/** A plain string is a name in the schema `public`, whatever characters it holds. */
export type Name = string | QualifiedName

export const schemaOf = (name: Name): string => (typeof name === 'string' ? 'public' : name.schema)
export const nameOf = (name: Name): string => (typeof name === 'string' ? name : name.name)
