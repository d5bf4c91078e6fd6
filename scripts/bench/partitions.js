import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A table with hourly partitions. */
export function writeReadings(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'readings.ts'),
    `import { index, sql, telemetry } from 'tidemark'

export const readings = telemetry('readings', (c) => ({
  device: c.text().notNull(),
  value: c.doublePrecision(),
  ts: c.timestamptz().notNull().default(sql\`now()\`),
}), (t) => ({
  partitionBy: { column: t.ts, every: '1 hour', premake: 3 },
  indexes: [index('readings_device_ts').on(t.device, t.ts.desc())],
}))
`,
  )
}

/** The partitions before those that the policy makes: so many, an hour each. */
export const earlierPartitions = (count) =>
  Array.from({ length: Math.ceil(count / 500) }, (_, portion) => {
    const [first, last] = [portion * 500 + 1, Math.min(count, (portion + 1) * 500)]
    return `DO $$ DECLARE low timestamptz := (SELECT min((regexp_match(pg_get_expr(c.relpartbound, c.oid), '\\(''(.*?)''\\)'))[1]::timestamptz)
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'readings'::regclass);
      BEGIN FOR n IN 1..${last - first + 1} LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF readings FOR VALUES FROM (%L) TO (%L)',
                       'readings_p' || to_char((low - n * interval '1 hour') AT TIME ZONE 'UTC', 'YYYYMMDD_HH24'),
                       low - n * interval '1 hour', low - (n - 1) * interval '1 hour');
      END LOOP; END $$`
  })
