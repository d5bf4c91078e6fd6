import { optionsClause, statement, withoutSecrets, type ForeignOptions } from '../../sql/foreign-options.js'
import { quoteIdentifier } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'
import { optionsRules, optionsText } from './options.js'

export interface ForeignDataWrapperAttributes extends ForeignOptions {
  readonly name: string
  /** Qualified. */
  readonly handler?: string
  /** Qualified. */
  readonly validator?: string
}

type Wrapper = ForeignDataWrapperAttributes
interface Row extends Omit<Wrapper, keyof ForeignOptions> {
  readonly oid: number
  readonly options: readonly string[] | null
}

const called = ({ name }: Wrapper): string => `FOREIGN DATA WRAPPER ${quoteIdentifier(name)}`
const routines = ({ handler, validator }: Wrapper): string =>
  `${handler === undefined ? '' : ` HANDLER ${handler}`}${validator === undefined ? '' : ` VALIDATOR ${validator}`}`
const routine = (word: string, name: 'handler' | 'validator'): AlterRule<Wrapper> => ({
  alter: (_before, after) =>
    `ALTER ${called(after)} ${after[name] === undefined ? `NO ${word}` : `${word} ${after[name]}`}`,
})
const routineName = (oid: string): string => `(
  select quote_ident(n.nspname) || '.' || quote_ident(p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.oid = ${oid})`

/** A foreign data wrapper (Manual, 5.13). */
export const foreignDataWrapperKind = defineKind<ForeignDataWrapperAttributes, Row>({
  name: 'foreign-data-wrapper',
  introspection: {
    query: () => `
      select w.oid, w.fdwname as name, ${routineName('w.fdwhandler')} as handler, ${routineName('w.fdwvalidator')} as validator,
             to_json(w.fdwoptions) as options
        from pg_foreign_data_wrapper w`,
    read: ({ oid, options, ...row }) => ({
      catalog: 'pg_foreign_data_wrapper',
      oid,
      attributes: { ...row, ...withoutSecrets(options) },
    }),
  },
  rules: {
    name: 'ignore', // part of the id
    handler: routine('HANDLER', 'handler'),
    validator: routine('VALIDATOR', 'validator'),
    ...optionsRules<Wrapper>(
      (after) => `ALTER ${called(after)}`,
      ({ name }) => name,
    ),
  },
  identity: ({ name }) => quoteIdentifier(name),
  verbatim: ['secrets', 'variables'],
  sql: {
    create: (wrapper) =>
      statement(`CREATE ${called(wrapper)}${routines(wrapper)}`, optionsClause(wrapper, wrapper.name)),
    drop: (wrapper) => `DROP ${called(wrapper)}`,
    rename: (before, after) => `ALTER ${called(before)} RENAME TO ${quoteIdentifier(after.name)}`,
    reference: called,
  },
  render: ({ id, attributes: wrapper }, writer) => {
    const options = writer.object({
      handler: wrapper.handler && writer.string(wrapper.handler),
      validator: wrapper.validator && writer.string(wrapper.validator),
      options: optionsText(wrapper, wrapper.name, writer),
    })
    const text = `${writer.use('foreignDataWrapper')}(${writer.string(wrapper.name)}${options === '{}' ? '' : `, ${options}`})`
    return { as: 'declaration', file: 'foreign-data', name: wrapper.name, expression: text + writer.with(id) }
  },
})
