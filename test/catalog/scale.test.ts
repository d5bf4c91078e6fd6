import { expect, test } from 'vitest'
import { anybodys } from '../../src/catalog/not-modelled.js'
import { beginReading, inView } from '../../src/catalog/view.js'
import { connect } from '../../src/database/connect.js'
import { kinds } from '../../src/kinds/index.js'
import { createDatabase } from '../support/database.js'

const many = 150

/** For each number: a table with all that a table may have, what stands beside it, and partitions that are referred to. */
const schema = `
  CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
  DO $$ BEGIN
    FOR i IN 1..${many} LOOP
      EXECUTE format($sql$
        CREATE TYPE e%1$s AS ENUM ('a');
        CREATE DOMAIN d%1$s AS int CHECK (VALUE > 0);
        CREATE FUNCTION f%1$s(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE TABLE t%1$s (id serial PRIMARY KEY, a int UNIQUE CHECK (a > 0), b text, c e%1$s, d d%1$s,
                            EXCLUDE USING btree (a WITH =));
        CREATE INDEX ON t%1$s (lower(b)) WHERE a > 1;
        CREATE TRIGGER tr BEFORE INSERT ON t%1$s FOR EACH ROW EXECUTE FUNCTION stamp();
        CREATE POLICY p ON t%1$s USING (a > 1);
        CREATE STATISTICS s%1$s ON a, b FROM t%1$s;
        CREATE VIEW v%1$s AS SELECT * FROM t%1$s;
        CREATE TABLE c%1$s () INHERITS (t%1$s);
        GRANT SELECT (a), INSERT ON t%1$s TO pg_monitor;
        COMMENT ON TABLE t%1$s IS 'x';
        CREATE TABLE r%1$s (a int PRIMARY KEY) PARTITION BY RANGE (a);
        CREATE TABLE q%1$s PARTITION OF r%1$s FOR VALUES FROM (0) TO (9);
        CREATE TABLE k%1$s (a int REFERENCES r%1$s)$sql$, i);
    END LOOP;
  END $$`

interface Plan {
  readonly 'Rows Removed by Join Filter'?: number
  readonly 'Actual Loops': number
  readonly Plans?: readonly Plan[]
}

/** Pairs of rows that a plan tries in vain. */
const tried = (plan: Plan): number =>
  (plan['Rows Removed by Join Filter'] ?? 0) * plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, inner) => sum + tried(inner), 0)

test('no query of a kind goes through one catalog for each row of another', async () => {
  const { sql, url } = await createDatabase()
  await sql.unsafe(schema).simple()
  const database = await connect(url, { max: 1 })
  const pairs: Record<string, number> = {}
  for (const analyzed of [false, true]) {
    if (analyzed) await sql.unsafe('ANALYZE')
    await inView(database, async (tx) => {
      const server = await beginReading(tx, database.server)
      const queries = [...kinds.all.map((kind) => [kind.name, kind.introspection.query(server)] as const)]
      for (const [name, query] of [...queries, ['anybody', anybodys(server)] as const]) {
        const [row] = await tx.unsafe(`EXPLAIN (ANALYZE, TIMING off, COSTS off, FORMAT json) ${query}`)
        const found = tried((row!['QUERY PLAN'] as readonly { Plan: Plan }[])[0]!.Plan)
        if (found > many * 500) pairs[`${name}${analyzed ? ', analyzed' : ''}`] = found
      }
    })
  }
  await database.close()
  expect(pairs).toEqual({})
})
