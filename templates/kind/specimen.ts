import { qualified, quoteLiteral } from '../../sql/identifier.js'
import { defineKind, type AlterRule } from '../kind.js'

// This is a whole kind that works: large objects with a fixed number and text. Replace what it says with what yours is; when
// it grows, move the query to introspect.ts, the rules to compare.ts, the statements to sql.ts and render to render.ts.

/** What is at its default (null, false, an empty list) is left out. */
export interface SpecimenAttributes {
  /** Its number. */
  readonly name: string
  readonly content: string
}

interface Row extends SpecimenAttributes {
  oid: number
}

type Specimen = SpecimenAttributes

const create = ({ name, content }: Specimen): string =>
  `SELECT lo_from_bytea(${name}, convert_to(${quoteLiteral(content)}, 'UTF8'))`
const drop = ({ name }: Specimen): string => `SELECT lo_unlink(${name})`

/** A difference in the text is mended in place; see ../column/compare.ts for rules that disturb dependents. */
const content: AlterRule<Specimen> = {
  alter: (before, after) => [drop(before), create(after)],
}

/** One sentence of what it is (Manual, chapter or command). */
export const specimenKind = defineKind<SpecimenAttributes, Row>({
  name: 'specimen',
  introspection: {
    // One query for all objects of the kind; search_path is empty, lists come as JSON (`to_json`).
    query: () => `
      select o.oid, o.oid::text as name, convert_from(lo_get(o.oid), 'UTF8') as content from pg_largeobject_metadata o`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_largeobject_metadata', oid, attributes }),
  },
  // A rule for each attribute: 'replace' (drop and create), 'ignore' (say why) or how an ALTER mends it.
  rules: {
    name: 'ignore', // part of the id
    content,
  },
  // Quoted, with the schema where it has one: `qualified(schema, name)`.
  identity: ({ name }) => qualified(name),
  sql: {
    create,
    drop,
    // How COMMENT ON and OWNER TO name it.
    reference: ({ name }) => `LARGE OBJECT ${name}`,
  },
  // What `pull` writes: reading it back must give the same object.
  render: ({ id, attributes }, writer) => {
    const expression = `${writer.use('specimen')}(${writer.string(attributes.name)}, ${writer.string(attributes.content)})${writer.with(id)}`
    return { as: 'declaration', file: 'specimen', name: `specimen_${attributes.name}`, expression }
  },
})
