import { expect, onTestFinished, test } from 'vitest'
import { readFingerprint } from '../../src/catalog/fingerprint.js'
import { connect } from '../../src/database/connect.js'
import { kinds } from '../../src/kinds/index.js'
import { createServer } from '../support/database.js'

const schema = `
  CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n integer DEFAULT 1 CHECK (n > 0), name text);
  CREATE VIEW v AS SELECT id FROM t;
  CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
  CREATE TABLE p (day date) PARTITION BY RANGE (day)`

test('whatever a snapshot holds changes the fingerprint; rows and statistics do not', async () => {
  const subject = await connect((await createServer(schema)).url)
  onTestFinished(() => subject.close())
  const fingerprint = (): Promise<string> => readFingerprint(subject, kinds)
  const first = await fingerprint()
  for (const same of [
    `INSERT INTO t (n, name) SELECT g, 'x' FROM generate_series(1, 100) g`,
    'VACUUM ANALYZE t',
    'DELETE FROM t',
  ]) {
    await subject.sql.unsafe(same)
    expect(await fingerprint(), same).toBe(first)
  }
  const seen = new Set([first])
  for (const change of [
    'ALTER TABLE t ALTER n SET DEFAULT 2',
    'ALTER TABLE t ALTER n SET STATISTICS 50',
    'ALTER TABLE t DROP CONSTRAINT t_n_check',
    'ALTER TABLE t RENAME name TO title',
    'CREATE INDEX ON t (title)',
    `COMMENT ON COLUMN v.id IS 'c'`,
    `CREATE OR REPLACE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 2'`,
    'GRANT EXECUTE ON FUNCTION f() TO pg_monitor',
    `CREATE TABLE p_2026 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`,
    'ALTER TABLE p DETACH PARTITION p_2026',
    'CREATE EXTENSION citext',
    // What no kind models is a part of it too.
    'SELECT lo_create(0)',
  ]) {
    await subject.sql.unsafe(change)
    const now = await fingerprint()
    expect(seen.has(now), change).toBe(false)
    seen.add(now)
  }
})
