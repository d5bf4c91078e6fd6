import { Sql } from '../../src/sql/sql.js'
import { alone, id, step, type TestMigration } from './history.js'

/** A row of its own in `log`: a migration that is applied twice, or not at all, shows. */
const logged = (name: string): ReturnType<typeof step> =>
  step(`INSERT INTO log (name) VALUES ('${name}')`, `DELETE FROM log WHERE name = '${name}'`)

const index = (name: string, on: string, unique = ''): ReturnType<typeof alone> =>
  alone(`CREATE ${unique} INDEX CONCURRENTLY ${name} ON ${on}`, `DROP INDEX CONCURRENTLY ${name}`)

const column = (name: string, type: string): ReturnType<typeof step> =>
  step(`ALTER TABLE readings ADD COLUMN ${name} ${type}`, `ALTER TABLE readings DROP COLUMN ${name}`)

const steps: readonly TestMigration['steps'][] = [
  [step('CREATE TABLE log (name text NOT NULL)', 'DROP TABLE log')],
  [
    step('CREATE TABLE devices (id int PRIMARY KEY, name text)', 'DROP TABLE devices'),
    step("INSERT INTO devices SELECT i, 'device ' || i FROM generate_series(1, 500) i", 'DELETE FROM devices'),
  ],
  [
    step('CREATE TABLE readings (id int PRIMARY KEY, device int, note text)', 'DROP TABLE readings'),
    step(
      "INSERT INTO readings SELECT i, 1 + i % 500, 'note ' || i FROM generate_series(1, 10000) i",
      'DELETE FROM readings',
    ),
  ],
  [index('readings_note', 'readings (note)')],
  [step("CREATE TYPE mood AS ENUM ('sad', 'ok')", 'DROP TYPE mood')],
  [
    alone(
      "ALTER TYPE mood ADD VALUE 'happy'",
      "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); DROP TYPE mood_old",
    ),
    step("CREATE TABLE moods (mood mood DEFAULT 'happy'); INSERT INTO moods DEFAULT VALUES", 'DROP TABLE moods'),
  ],
  [column('celsius', 'numeric'), step('UPDATE readings SET celsius = id % 40', '-- goes with its column')],
  [index('readings_device', 'readings (device, celsius) WHERE celsius > 10'), logged('after an index')],
  [
    step(
      'ALTER TABLE readings ADD CONSTRAINT readings_device_fk FOREIGN KEY (device) REFERENCES devices NOT VALID',
      'ALTER TABLE readings DROP CONSTRAINT readings_device_fk',
    ),
    alone('ALTER TABLE readings VALIDATE CONSTRAINT readings_device_fk', '-- goes with the constraint'),
  ],
  [
    index('devices_name', 'devices (name)', 'UNIQUE'),
    step(
      'ALTER TABLE devices ADD CONSTRAINT devices_name UNIQUE USING INDEX devices_name',
      'ALTER TABLE devices DROP CONSTRAINT devices_name; CREATE UNIQUE INDEX devices_name ON devices (name)',
    ),
  ],
  [
    step('CREATE TABLE parts (id int, at int) PARTITION BY RANGE (at)', 'DROP TABLE parts'),
    step(
      ['a', 'b', 'c'].map(
        (name, i) => `CREATE TABLE parts_${name} PARTITION OF parts FOR VALUES FROM (${i}) TO (${i + 1})`,
      ),
      ['DROP TABLE parts_c', 'DROP TABLE parts_b', 'DROP TABLE parts_a'],
    ),
    step('INSERT INTO parts SELECT i, i % 3 FROM generate_series(1, 3000) i', 'DELETE FROM parts'),
  ],
  [
    alone(
      'ALTER TABLE parts DETACH PARTITION parts_b CONCURRENTLY',
      'ALTER TABLE parts ATTACH PARTITION parts_b FOR VALUES FROM (1) TO (2)',
    ),
    logged('after a detach'),
  ],
  [
    logged('before a detach'),
    alone(
      'ALTER TABLE parts DETACH PARTITION parts_c CONCURRENTLY',
      'ALTER TABLE parts ATTACH PARTITION parts_c FOR VALUES FROM (2) TO (3)',
    ),
    // On PostgreSQL before 17 a concurrent detach leaves a constraint that says what the bounds said.
    step('ALTER TABLE parts_c RENAME TO parts_apart', 'ALTER TABLE parts_apart RENAME TO parts_c'),
  ],
  [
    step('CREATE INDEX parts_at ON ONLY parts (at)', 'DROP INDEX parts_at'),
    index('parts_a_at', 'parts_a (at)'),
    step('ALTER INDEX parts_at ATTACH PARTITION parts_a_at', [
      'DROP INDEX parts_at',
      'CREATE INDEX parts_a_at ON parts_a (at)',
      'CREATE INDEX parts_at ON ONLY parts (at)',
    ]),
  ],
  [
    step(
      'ALTER TABLE readings ADD COLUMN filled int, ADD COLUMN computed text',
      'ALTER TABLE readings DROP COLUMN filled, DROP COLUMN computed',
    ),
  ],
  "[backfill({ table: 'readings', set: { filled: sql`coalesce(filled, 0) + 1` }, batch: 500, down: { set: { filled: null } } })]",
  `[
    step({ up: sql\`INSERT INTO log (name) VALUES ('before a backfill')\`, down: sql\`DELETE FROM log WHERE name = 'before a backfill'\` }),
    backfill({ table: 'devices', set: { name: sql\`name || '!'\` }, batch: 50, pause: 1, down: { set: { name: sql\`left(name, -1)\` } } }),
    step({ up: sql\`INSERT INTO log (name) VALUES ('after a backfill')\`, down: sql\`DELETE FROM log WHERE name = 'after a backfill'\` }),
  ]`,
  `[
    step.run({
      up: async (db) => {
        for (const device of [1, 2, 3]) await db.query(sql\`UPDATE readings SET computed = note || \${device} WHERE device = \${device}\`)
      },
      down: sql\`UPDATE readings SET computed = NULL\`,
    }),
  ]`,
  [step('CREATE VIEW warm AS SELECT * FROM readings WHERE celsius > 30', 'DROP VIEW warm')],
  [
    step(
      'CREATE MATERIALIZED VIEW means AS SELECT device, avg(celsius) FROM readings GROUP BY 1',
      'DROP MATERIALIZED VIEW means',
    ),
    index('means_device', 'means (device)', 'UNIQUE'),
    step('REFRESH MATERIALIZED VIEW CONCURRENTLY means', '-- nothing to do'),
  ],
  [
    step('CREATE FUNCTION hello() RETURNS text LANGUAGE sql AS $$ SELECT later() $$', 'DROP FUNCTION hello'),
    step("CREATE FUNCTION later() RETURNS text LANGUAGE sql AS $$ SELECT 'later; or now' $$", 'DROP FUNCTION later'),
  ],
  [
    step(
      'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := trim(NEW.name); RETURN NEW; END $$',
      'DROP FUNCTION touch',
    ),
    step(
      'CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON devices FOR EACH ROW EXECUTE FUNCTION touch()',
      'DROP TRIGGER touch ON devices',
    ),
  ],
  [alone('REINDEX INDEX CONCURRENTLY readings_note', '-- nothing to do'), logged('after a reindex')],
  [alone('REINDEX TABLE CONCURRENTLY readings', '-- nothing to do')],
  [alone('VACUUM ANALYZE readings', '-- nothing to do'), logged('after a vacuum')],
  [alone('DROP INDEX CONCURRENTLY readings_note', 'CREATE INDEX CONCURRENTLY readings_note ON readings (note)')],
  [
    alone(
      [
        'CREATE INDEX CONCURRENTLY two_a ON devices (id, name)',
        'CREATE INDEX CONCURRENTLY two_b ON devices (name, id)',
      ],
      ['DROP INDEX CONCURRENTLY two_b', 'DROP INDEX CONCURRENTLY two_a'],
    ),
  ],
  [step('SET search_path = pg_catalog; CREATE TABLE public.elsewhere (id int)', 'DROP TABLE elsewhere')],
  [logged('after a setting')],
  [step('ALTER TABLE devices RENAME COLUMN name TO label', 'ALTER TABLE devices RENAME COLUMN label TO name')],
  [
    alone("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad'", new Sql(['-- stays'])),
    alone("ALTER TYPE mood RENAME VALUE 'glad' TO 'merry'", "ALTER TYPE mood RENAME VALUE 'merry' TO 'glad'"),
  ],
  [column('extra', "text NOT NULL DEFAULT 'none'"), index('readings_extra', 'readings (extra)')],
  [
    step('CREATE SCHEMA app', 'DROP SCHEMA app'),
    step('CREATE SEQUENCE app.numbers START 100', 'DROP SEQUENCE app.numbers'),
  ],
  [
    step("SELECT setval('app.numbers', nextval('app.numbers') + 10)", '-- goes with the sequence'),
    step('SELECT pg_sleep(0.03)', 'SELECT pg_sleep(0.03)'),
    logged('after a while'),
  ],
  [step('ALTER TABLE moods ADD COLUMN seq int GENERATED ALWAYS AS IDENTITY', 'ALTER TABLE moods DROP COLUMN seq')],
  [step('CREATE DOMAIN email AS text CHECK (VALUE LIKE $$%@%$$)', 'DROP DOMAIN email')],
  [step('COMMENT ON TABLE readings IS $$What devices say$$', 'COMMENT ON TABLE readings IS NULL')],
  [step('ALTER TABLE readings ALTER COLUMN note SET NOT NULL', 'ALTER TABLE readings ALTER COLUMN note DROP NOT NULL')],
  [
    step(
      'ALTER TABLE readings ADD CONSTRAINT warmth CHECK (celsius < 99) NOT VALID',
      'ALTER TABLE readings DROP CONSTRAINT warmth',
    ),
    alone('ALTER TABLE readings VALIDATE CONSTRAINT warmth', '-- goes with the constraint'),
    logged('after a check'),
  ],
  [step('CREATE POLICY own ON readings USING (device > 0)', 'DROP POLICY own ON readings')],
  [step('ALTER TABLE readings ENABLE ROW LEVEL SECURITY', 'ALTER TABLE readings DISABLE ROW LEVEL SECURITY')],
  [step('CREATE STATISTICS together ON device, celsius FROM readings', 'DROP STATISTICS together')],
  [index('devices_lower', 'devices (lower(label))'), index('devices_length', 'devices (length(label))')],
  [step('CREATE PUBLICATION everything FOR TABLE readings', 'DROP PUBLICATION everything')],
  [step('ALTER TABLE parts_b ALTER COLUMN id TYPE bigint', 'ALTER TABLE parts_b ALTER COLUMN id TYPE int')],
  [logged('at the end'), alone('ANALYZE readings', '-- nothing to do')],
]

/** A history of every sort of migration, each standing on the one before. */
export const everySort: readonly TestMigration[] = steps.map((list, index) => ({
  id: id(`k${String(index + 1).padStart(3, '0')}`),
  message: `number ${index + 1}`,
  steps: list,
}))
