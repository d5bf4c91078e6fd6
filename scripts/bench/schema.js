import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const name = (number) => `table_${String(number).padStart(4, '0')}`
/** The table that a table refers to: an earlier one. */
const parent = (number) => name(number >> 1)

function declaration(number) {
  const self = name(number)
  const other = parent(number)
  return `import { index, sql, table } from 'tidemark'
${other === self ? '' : `import { ${other} } from './${other}.js'\n`}
export const ${self} = table('${self}', (c) => ({
  id: c.bigint().identityAlways().primaryKey(),
  parent_id: c.bigint()${other === self ? '' : `.references(() => ${other}.id, { onDelete: 'cascade' })`},
  name: c.text().notNull().default(''),
  email: c.varchar(120),
  amount: c.numeric(12, 2).notNull().default(0),
  active: c.boolean().notNull().default(true),
  tags: c.text().array(),
  payload: c.jsonb().default({}),
  created_at: c.timestamptz().notNull().default(sql\`now()\`),
  updated_at: c.timestamptz(),
}), (t) => ({
  indexes: [
    index('${self}_parent_idx').on(t.parent_id),
    index('${self}_created_idx').on(t.created_at.desc()).where(sql\`active\`),
  ],
}))
`
}

function statements(number) {
  const self = name(number)
  const other = parent(number)
  return `CREATE TABLE ${self} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent_id bigint${other === self ? '' : ` REFERENCES ${other} ON DELETE CASCADE`},
  name text NOT NULL DEFAULT '',
  email varchar(120),
  amount numeric(12,2) NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true,
  tags text[],
  payload jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz
);
CREATE INDEX ${self}_parent_idx ON ${self} (parent_id);
CREATE INDEX ${self}_created_idx ON ${self} (created_at DESC) WHERE active;
`
}

const numbers = (count) => Array.from({ length: count }, (_, number) => number)

/** Tables of 10 columns, 2 indexes and a foreign key: a file of TypeScript for each, as `pull` would write them. */
export function writeDeclarations(count, folder) {
  mkdirSync(folder, { recursive: true })
  for (const number of numbers(count)) writeFileSync(join(folder, `${name(number)}.ts`), declaration(number))
}

/** The same tables as SQL, in portions that are not too large for the locks of one transaction. */
export const createStatements = (count) => {
  const all = numbers(count).map(statements)
  return all.flatMap((_, index) => (index % 100 === 0 ? [all.slice(index, index + 100).join('')] : []))
}

/** Small migrations as people write them: a table, a column, an index, in turns. */
export function smallMigrations(count) {
  return numbers(count).map((number) => {
    const table = `small_${Math.floor(number / 3)}`
    return [
      { up: `CREATE TABLE ${table} (id integer PRIMARY KEY, note text)`, down: `DROP TABLE ${table}` },
      {
        up: `ALTER TABLE ${table} ADD COLUMN amount numeric NOT NULL DEFAULT 0`,
        down: `ALTER TABLE ${table} DROP COLUMN amount`,
      },
      { up: `CREATE INDEX ${table}_note ON ${table} (note)`, down: `DROP INDEX ${table}_note` },
    ][number % 3]
  })
}

/** Writes migrations as `autogenerate` would. */
export function writeMigrations(migrations, folder) {
  mkdirSync(folder, { recursive: true })
  const revision = (index) => (index + 1).toString(16).padStart(12, '0')
  migrations.forEach(({ up, down }, index) => {
    const parents = index === 0 ? '' : `'${revision(index - 1)}'`
    const minutes = String(Math.floor(index / 60)).padStart(2, '0') + String(index % 60).padStart(2, '0')
    writeFileSync(
      join(folder, `20260101T${minutes}_${revision(index)}_small_${index}.ts`),
      `import { migration, step, sql } from 'tidemark'

export default migration({
  revision: '${revision(index)}', parents: [${parents}], message: 'small ${index}',
}, [
  step({ up:   sql\`${up}\`,
         down: sql\`${down}\` }),
])
`,
    )
  })
}
