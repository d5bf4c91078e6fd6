import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'
import { functionCode } from '../function/render.js'
import { nameOnly } from '../function/reference.js'

export interface LanguageAttributes {
  readonly name: string
  readonly trusted?: boolean
  readonly handler: string
  readonly inline?: string
  readonly validator?: string
}

type Language = LanguageAttributes

interface Row extends Language {
  oid: number
}

const create = ({ name, trusted, handler, inline, validator }: Language, replace: boolean): string =>
  [
    `CREATE ${replace ? 'OR REPLACE ' : ''}${trusted ? 'TRUSTED ' : ''}LANGUAGE ${quoteIdentifier(name)} HANDLER ${handler}`,
    inline && `INLINE ${inline}`,
    validator && `VALIDATOR ${validator}`,
  ]
    .filter(Boolean)
    .join(' ')

const replaced: AlterRule<Language> = { alter: (_before, after) => create(after, true) }

/** A procedural language that no extension brings (Manual, CREATE LANGUAGE). */
export const languageKind = defineKind<LanguageAttributes, Row>({
  name: 'language',
  introspection: {
    query: () => `
      select l.oid, l.lanname as name, l.lanpltrusted as trusted, l.lanplcallfoid::regproc::text as handler,
             ${nameOnly('l.laninline::regproc')} as inline, ${nameOnly('l.lanvalidator::regproc')} as validator
        from pg_language l where l.lanispl and l.oid >= 16384`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_language', oid, attributes }),
  },
  rules: {
    name: 'ignore', // part of the id
    trusted: replaced,
    handler: replaced,
    inline: replaced,
    validator: replaced,
  },
  identity: ({ name }) => quoteIdentifier(name),
  sql: {
    create: (language) => create(language, false),
    drop: ({ name }) => `DROP LANGUAGE ${quoteIdentifier(name)}`,
    rename: (before, after) =>
      `ALTER LANGUAGE ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: ({ name }) => `LANGUAGE ${quoteIdentifier(name)}`,
  },
  render: ({ id, attributes: { name, trusted, handler, inline, validator } }, writer) => {
    const options = writer.object({
      handler: functionCode(handler, writer),
      inline: inline && functionCode(inline, writer),
      validator: validator && functionCode(validator, writer),
      trusted: trusted ? 'true' : undefined,
    })
    const expression = `${writer.use('language')}(${writer.string(name)}, ${options})${writer.with(id)}`
    return { as: 'declaration', file: 'languages', name, expression }
  },
})
