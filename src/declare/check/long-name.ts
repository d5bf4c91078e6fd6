import type { DeclarationRule } from './rule.js'

const limit = 63

/** PostgreSQL cuts a longer name without an error (Manual, 4.1.1), so that the object would go by another one. */
export const longName: DeclarationRule = ({ id, attributes }) => {
  const { name } = attributes as { name?: string }
  if (name === undefined || Buffer.byteLength(name) <= limit) return undefined
  return {
    code: 'TM103',
    subject: id,
    what: `the name ${name} has ${Buffer.byteLength(name)} bytes, and PostgreSQL takes ${limit}`,
    why: 'it would cut the name without an error, and the object would go by another one than is declared',
    fix: 'choose a shorter name',
  }
}
