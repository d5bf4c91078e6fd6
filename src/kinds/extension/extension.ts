import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { withoutDefaults } from '../default-privilege/sql.js'
import { defineKind, type AlterRule, type Kind } from '../kind.js'
import { namesMoved } from './moves-along.js'
import { compareVersions } from './version.js'

export interface ExtensionAttributes {
  readonly name: string
  /** The schema that its objects are put in; declared where it is not that of the search path. */
  readonly objectSchema?: string
  /** Where it is declared; not compared otherwise. */
  readonly version?: string
  /** It can move to another schema. */
  readonly relocatable?: boolean
  /** CASCADE: only while a declaration is built, so that what it needs need not be declared. */
  readonly cascade?: boolean
}

interface Row extends ExtensionAttributes {
  oid: number
}

type Extension = ExtensionAttributes

const alter = ({ name }: Extension): string => `ALTER EXTENSION ${quoteIdentifier(name)}`

const create = ({ name, objectSchema: schema, version: wanted, cascade }: Extension): string =>
  [
    `CREATE EXTENSION ${quoteIdentifier(name)}`,
    schema && `SCHEMA ${quoteIdentifier(schema)}`,
    wanted && `VERSION ${quoteLiteral(wanted)}`,
    cascade && 'CASCADE',
  ]
    .filter(Boolean)
    .join(' ')

const version: AlterRule<Extension> = {
  differs: (before, after) => before.version !== undefined && after.version !== undefined,
  // Hardly any extension has a script that leads back; it is made anew, unless that would take columns along.
  possible: (before, after, { before: side }) =>
    compareVersions(before.version ?? '', after.version ?? '') <= 0 ||
    side.dependents(`extension ${quoteIdentifier(before.name)}`).some((id) => id.startsWith('column ')),
  alter: (_before, after, { after: context }) =>
    withoutDefaults([`${alter(after)} UPDATE TO ${quoteLiteral(after.version!)}`], context),
}

const render: NonNullable<Kind<Extension>['render']> = (
  { id, attributes: { name, objectSchema: schema, version: installed } },
  writer,
) => {
  const options = writer.object({
    schema:
      schema === undefined || schema === 'public'
        ? undefined
        : (writer.ref(`schema ${qualified(schema)}`) ?? writer.string(schema)),
    version: installed && writer.string(installed),
  })
  const expression = `${writer.use('extension')}(${writer.string(name)}${options === '{}' ? '' : `, ${options}`})${writer.with(id)}`
  return { as: 'declaration', file: 'extensions', name, expression }
}

/** An extension (Manual, CREATE EXTENSION). What is in it, and who may use that, is its own affair. */
export const extensionKind = defineKind<ExtensionAttributes, Row>({
  name: 'extension',
  introspection: {
    // plpgsql is there from birth.
    query: () => `
      select e.oid, e.extname as name, n.nspname as "objectSchema", e.extversion as version, e.extrelocatable as relocatable
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace
       where e.oid >= 16384`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_extension', oid, attributes }),
  },
  rules: {
    name: 'ignore', // part of the id
    objectSchema: {
      possible: (before, after) => Boolean(before.relocatable ?? after.relocatable),
      alter: (_before, after) => `${alter(after)} SET SCHEMA ${quoteIdentifier(after.objectSchema ?? 'public')}`,
      disturbs: (dependent, _before, _after, context) => namesMoved(dependent, context),
    },
    version,
    relocatable: 'ignore', // the extension's own word
    cascade: 'ignore', // only for a scratch database
  },
  identity: ({ name }) => quoteIdentifier(name),
  requires: ({ objectSchema: schema }) => (schema === undefined ? [] : [`schema ${quoteIdentifier(schema)}`]),
  needs: 'select distinct name, unnest(requires) as need from pg_available_extension_versions',
  verbatim: ['version'],
  sql: {
    create: (extension, context) => withoutDefaults([create(extension)], context),
    drop: ({ name }) => `DROP EXTENSION ${quoteIdentifier(name)}`,
    reference: ({ name }) => `EXTENSION ${quoteIdentifier(name)}`,
  },
  render,
})
