import { expect, onTestFinished, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read.js'
import { notModelled } from '../../src/catalog/not-modelled.js'
import { connect } from '../../src/database/connect.js'
import { kinds } from '../../src/kinds/index.js'
import { databaseWithLedger, setPolicy } from './support.js'

/** What is read of a schema with so many partitions of a policy, each with a partition below. */
async function read(partitions: number) {
  const database = await databaseWithLedger(`
    CREATE TABLE devices (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL DEFAULT 'x', UNIQUE (name));
    CREATE TABLE readings (device bigint NOT NULL REFERENCES devices, ts bigint NOT NULL, CHECK (ts > -1)) PARTITION BY RANGE (ts);
    CREATE INDEX readings_device ON readings (device);
    CREATE INDEX devices_upper ON devices (upper(name)) WHERE id > 5;
    CREATE TYPE pair AS (a integer, b text);
    CREATE VIEW latest AS SELECT max(ts) AS ts FROM readings;
    CREATE MATERIALIZED VIEW counts AS SELECT device, count(*) AS n FROM readings GROUP BY device;
    CREATE UNIQUE INDEX ON counts (device);
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER touched BEFORE INSERT ON readings FOR EACH ROW EXECUTE FUNCTION f();
    CREATE SEQUENCE numbers;
    ALTER TABLE devices REPLICA IDENTITY FULL;
    GRANT SELECT (name), INSERT ON devices TO pg_monitor;
    GRANT SELECT ON latest TO pg_monitor;
    CREATE TABLE by_hand (ts bigint) PARTITION BY RANGE (ts);
    CREATE TABLE by_hand_1 PARTITION OF by_hand FOR VALUES FROM (1) TO (2)`)
  await setPolicy(database.sql, 'readings', { column_name: 'ts', every: '10' })
  await database.sql.unsafe(`
    DO $$ BEGIN FOR n IN 1..${partitions} LOOP
      EXECUTE format('CREATE TABLE readings_%s PARTITION OF readings FOR VALUES FROM (%s) TO (%s) PARTITION BY HASH (device)', n, n * 10, n * 10 + 10);
      EXECUTE format('CREATE TABLE readings_%s_0 PARTITION OF readings_%1$s FOR VALUES WITH (modulus 1, remainder 0)', n);
    END LOOP; END $$;
    GRANT SELECT ON readings_1_0 TO pg_monitor; GRANT SELECT (ts) ON readings_1_0 TO pg_monitor`)
  const connection = await connect(database.url)
  onTestFinished(() => connection.close())
  return await readCatalog(connection, kinds, async (reading) => ({
    mostlyOwned: reading.server.mostlyOwned,
    // Roles belong to the whole server: those of other tests come and go.
    objects: [...reading.snapshot.objects].filter(([id]) => !/^membership |\brole /.test(id)).sort(),
    notModelled: await notModelled(reading),
  }))
}

test(
  'partitions of a policy are left out, whether they are few or nearly all that there is',
  { timeout: 60_000 },
  async () => {
    const [few, many] = [await read(2), await read(100)]
    expect([few.mostlyOwned, many.mostlyOwned]).toEqual([false, true])
    expect(many.objects).toEqual(few.objects)
    expect(many.notModelled).toEqual(few.notModelled)
    const ids = few.objects.map(([id]) => id)
    expect(ids.filter((id) => /readings_\d/.test(id))).toEqual([])
    expect(ids).toEqual(
      expect.arrayContaining([
        'table public.readings',
        'partition public.by_hand_1',
        'trigger public.readings.touched',
      ]),
    )
  },
)
