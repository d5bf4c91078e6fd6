import { migration, step, sql } from 'tidemark'

// Time partitions: the policies that schemas declare, and what keeps partitions as they say. The functions are plain SQL,
// so that cron, pg_cron or a psql session can call them without Tidemark.
export default migration(
  {
    revision: '000000000002',
    parents: ['000000000001'],
    message: 'partition policies',
  },
  [
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.partition_policy (
          schema_name text NOT NULL,
          table_name text NOT NULL,
          column_name text NOT NULL,
          every text NOT NULL CHECK (every IN ('1 hour', '1 day', '1 week', '1 month', '1 year')),
          premake integer NOT NULL CHECK (premake BETWEEN 0 AND 1000),
          retain text,
          expired text NOT NULL CHECK (expired IN ('detach', 'drop')),
          PRIMARY KEY (schema_name, table_name)
        )
        `,
        sql`COMMENT ON TABLE tidemark.partition_policy IS 'How the time partitions of each table are made and let go'`,
      ],
      down: sql`DROP TABLE tidemark.partition_policy`,
    }),
    step({
      up: [
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_periods(policy tidemark.partition_policy, at timestamptz)
          RETURNS TABLE (partition text, lower_bound timestamptz, upper_bound timestamptz) STABLE LANGUAGE sql AS $$
          WITH unit AS (SELECT split_part(policy.every, ' ', 2) AS name),
          this AS (SELECT date_trunc(unit.name, at AT TIME ZONE 'UTC') AS start FROM unit),
          period AS (
            SELECT this.start + n * policy.every::interval AS lower, this.start + (n + 1) * policy.every::interval AS upper
              FROM this, generate_series(-1, policy.premake) n)
          SELECT left(policy.table_name, 63 - length(s.suffix)) || s.suffix, lower AT TIME ZONE 'UTC', upper AT TIME ZONE 'UTC'
            FROM period, unit, LATERAL (SELECT '_' || to_char(lower, CASE unit.name
              WHEN 'hour' THEN 'YYYY_MM_DD_HH24' WHEN 'day' THEN 'YYYY_MM_DD' WHEN 'week' THEN 'IYYY"w"IW'
              WHEN 'month' THEN 'YYYY_MM' ELSE 'YYYY' END) AS suffix) s
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_periods(tidemark.partition_policy, timestamptz) IS 'The periods that a table has to have partitions for: the one before this, this one, and those to come'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partitions(policy tidemark.partition_policy)
          RETURNS TABLE (partition regclass, lower_bound timestamptz, upper_bound timestamptz) STABLE LANGUAGE sql
          SET timezone = 'UTC' AS $$
          SELECT i.inhrelid::regclass, bound[1]::timestamptz, bound[2]::timestamptz
            FROM pg_inherits i
            JOIN pg_class c ON c.oid = i.inhrelid
            JOIN pg_class p ON p.oid = i.inhparent
            JOIN pg_namespace n ON n.oid = p.relnamespace,
            LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \(''(\d[^'']*)''\) TO \(''(\d[^'']*)''\)$') bound
           WHERE p.relname = policy.table_name AND n.nspname = policy.schema_name AND bound IS NOT NULL
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partitions(tidemark.partition_policy) IS 'The time partitions of a table; a default partition is none'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.missing_partitions(policy tidemark.partition_policy, at timestamptz DEFAULT now())
          RETURNS TABLE (partition text, lower_bound timestamptz, upper_bound timestamptz) STABLE LANGUAGE sql AS $$
          SELECT p.* FROM tidemark.partition_periods(policy, at) p
           WHERE p.upper_bound > at AND NOT EXISTS (
             SELECT FROM tidemark.partitions(policy) e WHERE e.lower_bound < p.upper_bound AND e.upper_bound > p.lower_bound)
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.maintain_partitions(policy tidemark.partition_policy, at timestamptz DEFAULT now())
          RETURNS SETOF text LANGUAGE plpgsql SET timezone = 'UTC' AS $$
        DECLARE
          period record;
        BEGIN
          FOR period IN
            SELECT p.* FROM tidemark.partition_periods(policy, at) p WHERE NOT EXISTS (
              SELECT FROM tidemark.partitions(policy) e WHERE e.lower_bound < p.upper_bound AND e.upper_bound > p.lower_bound)
          LOOP
            CONTINUE WHEN policy.retain IS NOT NULL AND period.upper_bound <= at - policy.retain::interval;
            EXECUTE format('CREATE TABLE %I.%I PARTITION OF %I.%I FOR VALUES FROM (%L) TO (%L)', policy.schema_name,
              period.partition, policy.schema_name, policy.table_name, period.lower_bound, period.upper_bound);
            RETURN NEXT format('created %I.%I', policy.schema_name, period.partition);
          END LOOP;
          FOR period IN
            SELECT e.* FROM tidemark.partitions(policy) e
             WHERE policy.retain IS NOT NULL AND e.upper_bound <= at - policy.retain::interval
          LOOP
            EXECUTE format('ALTER TABLE %I.%I DETACH PARTITION %s', policy.schema_name, policy.table_name, period.partition);
            IF policy.expired = 'drop' THEN
              EXECUTE format('DROP TABLE %s', period.partition);
            END IF;
            RETURN NEXT format('%s %s', CASE policy.expired WHEN 'drop' THEN 'dropped' ELSE 'detached' END, period.partition);
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.maintain_partitions(tidemark.partition_policy, timestamptz) IS 'Makes the partitions that are missing and lets go of those that have expired; says what it did'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.set_partition_policy(
          schema_name text, table_name text, column_name text, every text, premake integer, retain text, expired text)
          RETURNS SETOF text LANGUAGE plpgsql AS $$
        DECLARE
          policy tidemark.partition_policy := ROW (schema_name, table_name, column_name, every, premake, retain, expired);
        BEGIN
          DELETE FROM tidemark.partition_policy p WHERE p.schema_name = policy.schema_name AND p.table_name = policy.table_name;
          INSERT INTO tidemark.partition_policy SELECT policy.*;
          RETURN QUERY SELECT tidemark.maintain_partitions(policy);
        END
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.remove_partition_policy(schema_name text, table_name text)
          RETURNS void LANGUAGE sql AS $$
          DELETE FROM tidemark.partition_policy p WHERE p.schema_name = $1 AND p.table_name = $2
        $$
        `,
      ],
      down: [
        sql`DROP FUNCTION tidemark.remove_partition_policy(text, text)`,
        sql`DROP FUNCTION tidemark.set_partition_policy(text, text, text, text, integer, text, text)`,
        sql`DROP FUNCTION tidemark.maintain_partitions(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION tidemark.missing_partitions(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION tidemark.partitions(tidemark.partition_policy)`,
        sql`DROP FUNCTION tidemark.partition_periods(tidemark.partition_policy, timestamptz)`,
      ],
    }),
  ],
)
