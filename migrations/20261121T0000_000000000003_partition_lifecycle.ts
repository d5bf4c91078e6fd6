import { migration, step, sql } from 'tidemark'

// All that partitions need in their life is decided here, in SQL, so that the command line and pg_cron do the same.
// A *position* is what a partition key orders by, as a number: seconds since 1970 for times, the number itself for ids.
export default migration(
  {
    revision: '000000000003',
    parents: ['000000000002'],
    message: 'partition lifecycle',
  },
  [
    step({
      up: [
        sql`DROP FUNCTION IF EXISTS tidemark.maintain_partitions(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION IF EXISTS tidemark.missing_partitions(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION IF EXISTS tidemark.partition_periods(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION IF EXISTS tidemark.partitions(tidemark.partition_policy)`,
        sql`DROP FUNCTION IF EXISTS tidemark.set_partition_policy(text, text, text, text, integer, text, text)`,
        sql`DROP FUNCTION IF EXISTS tidemark.remove_partition_policy(text, text)`,
        sql`
        ALTER TABLE tidemark.partition_policy
          DROP CONSTRAINT IF EXISTS partition_policy_every_check,
          DROP CONSTRAINT IF EXISTS partition_policy_expired_check,
          DROP CONSTRAINT IF EXISTS partition_policy_holds_check,
          ALTER COLUMN premake SET DEFAULT 3,
          ALTER COLUMN expired SET DEFAULT 'detach',
          ADD COLUMN IF NOT EXISTS destination text,
          ADD COLUMN IF NOT EXISTS holds text,
          ADD COLUMN IF NOT EXISTS epoch timestamptz,
          ADD COLUMN IF NOT EXISTS time_zone text NOT NULL DEFAULT 'UTC',
          ADD COLUMN IF NOT EXISTS names text,
          ADD COLUMN IF NOT EXISTS default_partition boolean NOT NULL DEFAULT false,
          ADD COLUMN IF NOT EXISTS template jsonb
        `,
        sql`
        ALTER TABLE tidemark.partition_policy
          ADD CONSTRAINT partition_policy_every_check CHECK (every ~ '^([1-9]\d*|[1-9]\d* (hour|day|week|month|year)s?)$'),
          ADD CONSTRAINT partition_policy_expired_check CHECK (
            expired IN ('detach', 'drop') OR (expired IN ('move', 'archive') AND destination IS NOT NULL)),
          ADD CONSTRAINT partition_policy_holds_check CHECK (holds IN ('uuidv7', 'ulid', 'snowflake'))
        `,
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.former_partition (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          schema_name text NOT NULL,
          table_name text NOT NULL,
          relation oid NOT NULL,
          partition text NOT NULL,
          lower_bound text NOT NULL,
          upper_bound text NOT NULL,
          expired text NOT NULL,
          destination text,
          state text NOT NULL CHECK (state IN ('leaving', 'detached', 'archived', 'restored')),
          since timestamptz NOT NULL DEFAULT clock_timestamp(),
          archive jsonb
        )
        `,
        sql`COMMENT ON TABLE tidemark.former_partition IS 'Partitions that a policy has let go and that are kept somewhere, and those that are on their way'`,
      ],
      down: [
        sql`DROP TABLE tidemark.former_partition`,
        sql`
        ALTER TABLE tidemark.partition_policy
          DROP CONSTRAINT partition_policy_holds_check,
          DROP COLUMN destination, DROP COLUMN holds, DROP COLUMN epoch, DROP COLUMN time_zone, DROP COLUMN names,
          DROP COLUMN default_partition, DROP COLUMN template
        `,
      ],
    }),
    step({
      up: [
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_parent(policy tidemark.partition_policy)
          RETURNS regclass STABLE LANGUAGE sql AS $$
          SELECT to_regclass(format('%I.%I', policy.schema_name, policy.table_name))
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_key(policy tidemark.partition_policy)
          RETURNS text STABLE LANGUAGE sql AS $$
          SELECT CASE WHEN policy.every ~ '^\d+$' THEN 'id' ELSE coalesce(policy.holds, (
            SELECT CASE CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
                     WHEN 'timestamptz'::regtype THEN 'timestamptz' WHEN 'date'::regtype THEN 'date' ELSE 'timestamp' END
              FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
             WHERE a.attrelid = tidemark.partition_parent(policy) AND a.attname = policy.column_name)) END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_key(tidemark.partition_policy) IS 'What the key holds: timestamptz, timestamp, date, id, uuidv7, ulid or snowflake'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_position(holds text, epoch timestamptz, value text)
          RETURNS numeric STABLE LANGUAGE sql SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
          SELECT CASE holds
            WHEN 'id' THEN value::numeric
            WHEN 'timestamptz' THEN extract(epoch FROM value::timestamptz)
            WHEN 'uuidv7' THEN ('x' || lpad(left(replace(value, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0
            WHEN 'ulid' THEN (
              SELECT sum((strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(upper(value), i, 1)) - 1) * (1::bigint << 5 * (10 - i)))
                FROM generate_series(1, 10) i) / 1000
            WHEN 'snowflake' THEN extract(epoch FROM epoch) + (value::bigint >> 22) / 1000.0
            ELSE extract(epoch FROM value::timestamp) END
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_value(holds text, epoch timestamptz, pos numeric)
          RETURNS text STABLE LANGUAGE sql SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
          SELECT CASE holds
            WHEN 'id' THEN trunc(pos)::text
            WHEN 'timestamptz' THEN to_timestamp(pos)::text
            WHEN 'timestamp' THEN to_timestamp(pos)::timestamp::text
            WHEN 'date' THEN to_timestamp(pos)::date::text
            WHEN 'uuidv7' THEN regexp_replace(lpad(to_hex(ms), 12, '0'), '(.{8})', '\1-') || '-0000-0000-000000000000'
            WHEN 'ulid' THEN (
              SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((ms >> 5 * (10 - i)) & 31)::int + 1, 1), '' ORDER BY i)
                FROM generate_series(1, 10) i) || repeat('0', 16)
            WHEN 'snowflake' THEN ((ms - (extract(epoch FROM epoch) * 1000)::bigint) << 22)::text END
            FROM (SELECT CASE WHEN holds IN ('uuidv7', 'ulid', 'snowflake') THEN (pos * 1000)::bigint END AS ms) m
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partitions(policy tidemark.partition_policy)
          RETURNS TABLE (partition oid, lower_bound numeric, upper_bound numeric, is_default boolean, detaching boolean)
          STABLE LANGUAGE sql SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
          WITH k AS MATERIALIZED (SELECT tidemark.partition_key(policy) AS holds),
          p AS MATERIALIZED (
            SELECT i.inhrelid AS oid, i.inhdetachpending AS detaching, pg_get_expr(c.relpartbound, 0) AS bound
              FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
             WHERE i.inhparent = tidemark.partition_parent(policy)),
          -- Of FOR VALUES FROM ('…') TO ('…'); regular expressions would cost more than all the rest.
          b AS MATERIALIZED (SELECT p.*, btrim(split_part(split_part(bound, ' FROM (', 2), ') TO (', 1), '''') AS l,
                                    btrim(split_part(bound, ') TO (', 2), ''')') AS u FROM p)
          -- Written out for the usual keys: a function that sets parameters is called slowly.
          SELECT b.oid,
                 CASE WHEN l IN ('MINVALUE', '') THEN NULL WHEN holds = 'timestamptz' THEN extract(epoch FROM l::timestamptz)
                      WHEN holds IN ('timestamp', 'date') THEN extract(epoch FROM l::timestamp)
                      WHEN holds = 'id' THEN l::numeric ELSE tidemark.partition_position(holds, policy.epoch, l) END,
                 CASE WHEN u IN ('MAXVALUE', '') THEN NULL WHEN holds = 'timestamptz' THEN extract(epoch FROM u::timestamptz)
                      WHEN holds IN ('timestamp', 'date') THEN extract(epoch FROM u::timestamp)
                      WHEN holds = 'id' THEN u::numeric ELSE tidemark.partition_position(holds, policy.epoch, u) END,
                 bound = 'DEFAULT', detaching
            FROM b, k
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partitions(tidemark.partition_policy) IS 'The partitions of a table with their bounds as positions; NULL is without bound'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_periods(policy tidemark.partition_policy, lower_bound numeric, upper_bound numeric)
          RETURNS TABLE (period_start numeric, period_end numeric, suffix text) STABLE LANGUAGE plpgsql
          SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
        DECLARE
          holds text := tidemark.partition_key(policy);
          size numeric := split_part(policy.every, ' ', 1);
          unit text := rtrim(split_part(policy.every, ' ', 2), 's');
          -- Hours are counted in UTC: in no zone does one come twice, or not at all.
          zone text := CASE WHEN unit = 'hour' OR holds IN ('timestamp', 'date') THEN 'UTC' ELSE policy.time_zone END;
          pattern text := coalesce(substring(policy.names FROM '\{(?!table\})([^}]*)\}'), CASE unit WHEN 'hour' THEN 'YYYY_MM_DD_HH24'
            WHEN 'day' THEN 'YYYY_MM_DD' WHEN 'week' THEN 'IYYY"w"IW' WHEN 'month' THEN 'YYYY_MM' ELSE 'YYYY' END);
          low timestamp;
          high timestamp;
        BEGIN
          IF holds = 'id' THEN
            RETURN QUERY SELECT n * size, (n + 1) * size, (n * size)::text
              FROM generate_series(floor(lower_bound / size), ceil(upper_bound / size) - 1) n;
            RETURN;
          END IF;
          low := to_timestamp(lower_bound) AT TIME ZONE zone;
          high := to_timestamp(upper_bound) AT TIME ZONE zone;
          -- Counted from a day that begins a week, a month and a year.
          low := CASE WHEN unit IN ('month', 'year')
            THEN timestamp '2001-01-01' + floor(((extract(year FROM low) - 2001) * 12 + extract(month FROM low) - 1) /
              (size * CASE unit WHEN 'year' THEN 12 ELSE 1 END))::int * policy.every::interval
            ELSE date_bin(policy.every::interval, low, '2001-01-01') END;
          RETURN QUERY SELECT extract(epoch FROM s AT TIME ZONE zone),
            extract(epoch FROM (s + policy.every::interval) AT TIME ZONE zone), to_char(s, pattern)
            FROM generate_series(low, high, policy.every::interval) s WHERE s < high;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_periods(tidemark.partition_policy, numeric, numeric) IS 'The periods of a policy that overlap a range of positions'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_name(policy tidemark.partition_policy, suffix text)
          RETURNS text STABLE LANGUAGE sql AS $$
          WITH pattern AS (SELECT regexp_replace(coalesce(policy.names, '{table}_{}'), '\{(?!table\})[^}]*\}', suffix) AS text),
          below AS (SELECT coalesce(max(octet_length(part ->> 'suffix')), 0) AS longest FROM jsonb_array_elements(policy.template #> '{below,parts}') part),
          -- The longest beginning of the table's name with which the whole fits into 63 bytes, and those of the partitions below.
          full_name AS (
            SELECT n, replace(p.text, '{table}', left(policy.table_name, n)) AS name
              FROM pattern p, generate_series(length(policy.table_name), 0, -1) n),
          fitting AS (SELECT name FROM full_name, below WHERE octet_length(name) <= 58 - longest ORDER BY n DESC LIMIT 1)
          SELECT name || CASE i WHEN 1 THEN '' ELSE '_' || i END FROM fitting, generate_series(1, 9999) i
           WHERE to_regclass(format('%I.%I', policy.schema_name, name || CASE i WHEN 1 THEN '' ELSE '_' || i END)) IS NULL
           -- Without ORDER BY, which would look for all of them; any name that is free will do.
           LIMIT 1
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_name(tidemark.partition_policy, text) IS 'The name of a new partition, which no other relation has'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_now(policy tidemark.partition_policy, at timestamptz)
          RETURNS numeric STABLE LANGUAGE plpgsql SET timezone = 'UTC' AS $$
        DECLARE
          holds text := tidemark.partition_key(policy);
          child oid;
          found_value numeric;
        BEGIN
          IF holds IN ('timestamp', 'date') THEN RETURN extract(epoch FROM at AT TIME ZONE policy.time_zone); END IF;
          IF holds <> 'id' THEN RETURN extract(epoch FROM at); END IF;
          -- The highest id in a partition. Those in the default partition may be far off.
          FOR child IN SELECT p.partition FROM tidemark.partitions(policy) p WHERE NOT is_default ORDER BY lower_bound DESC LOOP
            EXECUTE format('SELECT max(%I) FROM %s', policy.column_name, child::regclass) INTO found_value;
            EXIT WHEN found_value IS NOT NULL;
          END LOOP;
          RETURN coalesce(found_value, 0);
        END
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_limits(policy tidemark.partition_policy, at timestamptz)
          RETURNS TABLE (now_at numeric, horizon numeric, cutoff numeric) STABLE LANGUAGE plpgsql SET timezone = 'UTC' AS $$
        DECLARE
          holds text := tidemark.partition_key(policy);
          -- An upper limit for the length of all that is made ahead.
          ahead numeric;
        BEGIN
          now_at := tidemark.partition_now(policy, at);
          ahead := (policy.premake + 1) * CASE holds WHEN 'id' THEN policy.every::numeric
            ELSE extract(epoch FROM policy.every::interval) * 1.1 END;
          SELECT period_end INTO horizon FROM tidemark.partition_periods(policy, now_at, now_at + ahead) p
           ORDER BY period_start OFFSET policy.premake LIMIT 1;
          cutoff := CASE
            WHEN policy.retain IS NULL THEN '-Infinity'
            WHEN holds = 'id' THEN now_at - policy.retain::numeric
            WHEN holds IN ('timestamp', 'date') THEN extract(epoch FROM at AT TIME ZONE policy.time_zone - policy.retain::interval)
            ELSE extract(epoch FROM (at AT TIME ZONE policy.time_zone - policy.retain::interval) AT TIME ZONE policy.time_zone) END;
          RETURN NEXT;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_limits(tidemark.partition_policy, timestamptz) IS 'Where a table is, up to where it has to have partitions, and before what they have expired'`,
      ],
      down: [
        sql`DROP FUNCTION tidemark.partition_limits(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION tidemark.partition_now(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION tidemark.partition_name(tidemark.partition_policy, text)`,
        sql`DROP FUNCTION tidemark.partition_periods(tidemark.partition_policy, numeric, numeric)`,
        sql`DROP FUNCTION tidemark.partitions(tidemark.partition_policy)`,
        sql`DROP FUNCTION tidemark.partition_value(text, timestamptz, numeric)`,
        sql`DROP FUNCTION tidemark.partition_position(text, timestamptz, text)`,
        sql`DROP FUNCTION tidemark.partition_key(tidemark.partition_policy)`,
        sql`DROP FUNCTION tidemark.partition_parent(tidemark.partition_policy)`,
      ],
    }),
    step({
      up: [
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_index_name(partition text, index text)
          RETURNS text IMMUTABLE LANGUAGE sql AS $$
          -- One that is too long would be cut by the server, to the same text for several. A name is cut between characters.
          SELECT CASE WHEN octet_length(name) <= 63 THEN name
                      ELSE (SELECT left(name, n) FROM generate_series(length(name), 0, -1) n WHERE octet_length(left(name, n)) <= 54 LIMIT 1)
                           || '_' || left(md5(name), 8) END
            FROM (SELECT partition || '_' || index AS name) whole
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_index_name(text, text) IS 'The name that an index of the policy, or a part of one of the table, gets in a partition'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_index(index jsonb, schema_name text, partition text, online boolean DEFAULT false)
          RETURNS text IMMUTABLE LANGUAGE sql AS $$
          SELECT format('CREATE %sINDEX %s%I ON %I.%I %s', CASE WHEN (index ->> 'unique')::boolean THEN 'UNIQUE ' ELSE '' END,
            CASE WHEN online THEN 'CONCURRENTLY ' ELSE '' END, tidemark.partition_index_name(partition, index ->> 'name'),
            schema_name, partition, index ->> 'definition')
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.is_delete_trigger(trigger pg_catalog.pg_trigger)
          RETURNS boolean STABLE LANGUAGE sql AS $$
          -- In 14 copies of a parent's triggers count as internal, like those of foreign keys.
          SELECT trigger.tgtype & 8 <> 0 AND trigger.tgenabled <> 'D' AND (NOT trigger.tgisinternal OR trigger.tgparentid <> 0)
             AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = trigger.tgconstraint AND k.contype = 'f')
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_suffixes(policy tidemark.partition_policy)
          RETURNS TABLE (suffix text) STABLE LANGUAGE sql SET search_path = '' AS $$
          SELECT '' UNION ALL SELECT part ->> 'suffix' FROM jsonb_array_elements(policy.template #> '{below,parts}') part
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_suffixes(tidemark.partition_policy) IS 'What follows the name of a partition in its own name and in those of the partitions below it'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.create_partition(
          policy tidemark.partition_policy, name text, bound text, remainder regclass DEFAULT NULL, condition text DEFAULT NULL)
          RETURNS text[] STABLE LANGUAGE plpgsql SET search_path = '' AS $$
        DECLARE
          parent regclass := tidemark.partition_parent(policy);
          target text := format('%I.%I', policy.schema_name, name);
          template jsonb := coalesce(policy.template, '{}');
          persistence text := CASE WHEN (template ->> 'unlogged')::boolean THEN 'UNLOGGED ' ELSE '' END;
          storage text := coalesce((SELECT format(' WITH (%s)', string_agg(format('%s=%L', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)), ', '))
              FROM jsonb_array_elements_text(template -> 'options') o HAVING count(*) > 0), '')
            || coalesce(' TABLESPACE ' || quote_ident(template ->> 'tablespace'), '');
          below text := template #>> '{below,by}';
          result text[];
          move text;
        BEGIN
          result := ARRAY[format('CREATE %sTABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED'
            ' INCLUDING STORAGE INCLUDING COMPRESSION)%s', CASE WHEN below IS NULL THEN persistence ELSE '' END, target, parent,
            coalesce(' PARTITION BY ' || below, storage))]
            || array(SELECT format('CREATE %sTABLE %I.%I PARTITION OF %s %s%s', persistence, policy.schema_name,
                              name || (part ->> 'suffix'), target, part ->> 'bound', storage)
                       FROM jsonb_array_elements(template #> '{below,parts}') part)
            -- Default privileges would open a way around the grants and the row security of the table: who uses rows uses the table.
            || array(SELECT format('REVOKE ALL ON %I.%I FROM %s', policy.schema_name, name || s.suffix,
                              string_agg(DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, ', '))
                       FROM pg_default_acl d, aclexplode(d.defaclacl) a, tidemark.partition_suffixes(policy) s
                      WHERE d.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND d.defaclobjtype = 'r' AND a.grantee <> d.defaclrole
                        AND d.defaclnamespace IN (0, (SELECT oid FROM pg_namespace WHERE nspname = policy.schema_name))
                      GROUP BY s.suffix ORDER BY s.suffix)
            || array(SELECT format('ALTER TABLE %I.%I OWNER TO %I', policy.schema_name, name || suffix, pg_get_userbyid(c.relowner))
                       FROM pg_class c, tidemark.partition_suffixes(policy) s
                      WHERE c.oid = parent AND pg_get_userbyid(c.relowner) <> current_user)
            || array(SELECT format('ALTER TABLE %s REPLICA IDENTITY %s', target, CASE c.relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END)
                       FROM pg_class c WHERE c.oid = parent AND c.relreplident IN ('f', 'n'));
          IF condition IS NOT NULL THEN
            SELECT format('WITH moved AS (DELETE FROM %s WHERE %s RETURNING *) INSERT INTO %s (%s) SELECT %4$s FROM moved',
                     remainder, condition, target, string_agg(quote_ident(attname), ', ' ORDER BY attnum)) INTO move
              FROM pg_attribute WHERE attrelid = parent AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
            -- To move a row is not to delete it: triggers on DELETE are away meanwhile, and each is as it was afterwards.
            -- Most rows move before the lock, and what arrived meanwhile under it.
            result := result
              || array(SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', remainder, t.tgname) FROM pg_trigger t
                        WHERE t.tgrelid = remainder AND tidemark.is_delete_trigger(t))
              || move || format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', remainder) || move
              || array(SELECT format('ALTER TABLE %s ENABLE %sTRIGGER %I', remainder,
                                CASE t.tgenabled WHEN 'R' THEN 'REPLICA ' WHEN 'A' THEN 'ALWAYS ' ELSE '' END, t.tgname)
                         FROM pg_trigger t
                        WHERE t.tgrelid = remainder AND tidemark.is_delete_trigger(t));
          END IF;
          RETURN result || format('ALTER TABLE %s ATTACH PARTITION %s %s', parent, target, bound)
            || array(SELECT tidemark.partition_index(i, policy.schema_name, name) FROM jsonb_array_elements(template -> 'indexes') i);
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.create_partition(tidemark.partition_policy, text, text, regclass, text) IS 'Statements that make a partition, and move rows of the default partition into it. Attaching takes a weaker lock than CREATE TABLE … PARTITION OF'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.let_go(expired text, destination text, partition regclass)
          RETURNS text[] STABLE LANGUAGE sql SET search_path = '' AS $$
          SELECT CASE expired
            WHEN 'drop' THEN ARRAY[format('DROP TABLE %s', partition),
              format('DELETE FROM tidemark.former_partition WHERE relation = %s AND state = ''leaving''', partition::oid)]
            WHEN 'archive' THEN '{}'
            ELSE CASE expired WHEN 'move' THEN ARRAY[format('ALTER TABLE %s SET SCHEMA %I', partition, destination)] ELSE '{}' END
              || format('UPDATE tidemark.former_partition SET state = ''detached'' WHERE relation = %s AND state = ''leaving''', partition::oid)
            END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.let_go(text, text, regclass) IS 'What is done with an expired partition once it is detached; an archive is written by the command line'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.partition_plan(policy tidemark.partition_policy, at timestamptz DEFAULT now())
          RETURNS TABLE (action text, partition text, lower_value text, upper_value text, reason text, problem text,
                         prepare text[], alone text, statements text[])
          STABLE LANGUAGE plpgsql SET search_path = '' SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
        DECLARE
          parent regclass := tidemark.partition_parent(policy);
          holds text := tidemark.partition_key(policy);
          now_at numeric;
          horizon numeric;
          cutoff numeric;
          begins numeric;
          length numeric;
          oldest numeric;
          existing nummultirange;
          wanted nummultirange;
          remainder regclass;
          filled boolean := false;
          drained text;
          key_value text;
          detaching regclass[];
          restored oid[];
          expired jsonb;
          relation regclass;
          item record;
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_class WHERE oid = parent AND relkind = 'p') THEN RETURN; END IF;
          SELECT l.now_at, l.horizon, l.cutoff INTO now_at, horizon, cutoff FROM tidemark.partition_limits(policy, at) l;
          SELECT p.period_start, p.period_end - p.period_start INTO begins, length
            FROM tidemark.partition_periods(policy, now_at, now_at + 0.000001) p;
          IF holds <> 'id' THEN
            -- Rows arrive late: the period before this one is wanted too.
            SELECT p.period_start INTO begins FROM tidemark.partition_periods(policy, begins - 1, begins) p;
          END IF;

          -- What was brought back from an archive stays until somebody archives it again.
          restored := array(SELECT f.relation FROM tidemark.former_partition f WHERE f.state = 'restored');
          -- Read once: there may be ten thousand of them.
          SELECT coalesce(range_agg(numrange(p.lower_bound, p.upper_bound)) FILTER (WHERE NOT p.is_default), '{}'),
                 least(min(coalesce(p.lower_bound, p.upper_bound)), begins), max(p.partition) FILTER (WHERE p.is_default),
                 coalesce(array_agg(p.partition) FILTER (WHERE p.detaching), '{}'),
                 coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.lower_bound NULLS FIRST) FILTER (
                   WHERE NOT p.is_default AND NOT p.detaching AND p.upper_bound <= cutoff AND p.partition <> ALL (restored)), '[]')
            INTO existing, oldest, remainder, detaching, expired FROM tidemark.partitions(policy) p;

          FOREACH relation IN ARRAY detaching LOOP
            action := 'finalize'; partition := relation; reason := 'its detach was begun and not finished';
            -- One that somebody else began to detach is kept, as a table that this policy let go.
            SELECT coalesce(tidemark.partition_value(holds, policy.epoch, p.lower_bound), 'MINVALUE'),
                   coalesce(tidemark.partition_value(holds, policy.epoch, p.upper_bound), 'MAXVALUE')
              INTO lower_value, upper_value FROM tidemark.partitions(policy) p WHERE p.partition = relation;
            statements := ARRAY[format('ALTER TABLE %s DETACH PARTITION %s FINALIZE', parent, partition),
              format('INSERT INTO tidemark.former_partition (schema_name, table_name, relation, partition, lower_bound, upper_bound,'
                ' expired, state) SELECT %L, %L, %s, %L, %L, %L, ''detach'', ''detached'' WHERE NOT EXISTS ('
                'SELECT FROM tidemark.former_partition WHERE relation = %3$s AND state = ''leaving'')', policy.schema_name,
                policy.table_name, relation::oid, partition, lower_value, upper_value)];
            RETURN NEXT;
          END LOOP;

          FOR item IN
            SELECT f.*, c.oid IS NULL AS gone FROM tidemark.former_partition f LEFT JOIN pg_class c ON c.oid = f.relation
             WHERE f.schema_name = policy.schema_name AND f.table_name = policy.table_name AND f.state = 'leaving'
               AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = f.relation)
          LOOP
            action := item.expired; partition := item.partition; lower_value := item.lower_bound; upper_value := item.upper_bound;
            reason := 'it was detached and waits for this';
            statements := tidemark.let_go(item.expired, item.destination, item.relation);
            IF item.gone THEN
              action := 'forget'; reason := 'somebody dropped it';
              statements := ARRAY[format('DELETE FROM tidemark.former_partition WHERE id = %s', item.id)];
            END IF;
            RETURN NEXT;
          END LOOP;

          wanted := nummultirange(numrange(begins, horizon)) - existing;
          -- A gap of more than a hundred periods is taken for one that is meant.
          SELECT coalesce(range_agg(gap), '{}') + wanted INTO wanted
            FROM unnest(nummultirange(numrange(oldest, begins)) - existing) gap
           WHERE upper(gap) > cutoff AND upper(gap) - lower(gap) <= 100 * length;

          IF remainder IS NOT NULL THEN EXECUTE format('SELECT EXISTS (SELECT FROM %s)', remainder) INTO filled; END IF;
          IF filled THEN
            -- From period to period wherever there are rows, however far apart; what lies beyond the horizon stays where it is.
            EXECUTE format('SELECT min(%I::text) FROM (SELECT %1$I FROM %s WHERE %1$I %3$s ORDER BY %1$I LIMIT 1) r', policy.column_name,
              remainder, CASE WHEN holds IN ('timestamptz', 'timestamp', 'date') THEN '> ''-infinity''' ELSE 'IS NOT NULL' END) INTO key_value;
            FOR i IN 1..1000 LOOP
              EXIT WHEN key_value IS NULL OR tidemark.partition_position(holds, policy.epoch, key_value) >= horizon;
              SELECT p.period_start, p.period_end INTO item
                FROM tidemark.partition_position(holds, policy.epoch, key_value) v, tidemark.partition_periods(policy, v, v + 0.000001) p;
              wanted := wanted + (nummultirange(numrange(item.period_start, item.period_end)) - existing);
              EXECUTE format('SELECT min(%I::text) FROM (SELECT %1$I FROM %s WHERE %1$I >= %3$L ORDER BY %1$I LIMIT 1) r',
                policy.column_name, remainder, tidemark.partition_value(holds, policy.epoch, item.period_end)) INTO key_value;
            END LOOP;
          END IF;

          FOR item IN
            SELECT c.*, row_number() OVER (PARTITION BY c.suffix ORDER BY c.low) AS n FROM (
              SELECT p.suffix, greatest(p.period_start, lower(w)) AS low, least(p.period_end, upper(w)) AS high
                FROM unnest(wanted) w, tidemark.partition_periods(policy, lower(w), upper(w)) p) c
             ORDER BY c.low
          LOOP
            lower_value := tidemark.partition_value(holds, policy.epoch, item.low);
            upper_value := tidemark.partition_value(holds, policy.epoch, item.high);
            drained := NULL;
            IF filled THEN
              EXECUTE format('SELECT %L FROM %s WHERE %1$s LIMIT 1', format('%I >= %L AND %1$I < %3$L', policy.column_name,
                lower_value, upper_value), remainder) INTO drained;
            END IF;
            CONTINUE WHEN drained IS NULL AND item.high <= cutoff;
            action := 'create'; prepare := NULL; alone := NULL;
            reason := CASE WHEN drained IS NOT NULL THEN 'drain' WHEN item.high <= now_at THEN 'gap' ELSE 'premake' END;
            problem := CASE WHEN drained IS NOT NULL AND EXISTS (SELECT FROM pg_constraint WHERE confrelid = parent AND contype = 'f')
              THEN format('rows of %s cannot be moved while foreign keys refer to %s', remainder, parent) END;
            partition := tidemark.partition_name(policy, item.suffix || CASE item.n WHEN 1 THEN '' ELSE '_' || item.n END);
            statements := tidemark.create_partition(policy, partition,
              format('FOR VALUES FROM (%L) TO (%L)', lower_value, upper_value), remainder, drained);
            partition := format('%I.%I', policy.schema_name, partition);
            RETURN NEXT;
          END LOOP;
          problem := NULL;

          IF policy.default_partition AND remainder IS NULL THEN
            action := 'create'; reason := 'default'; lower_value := NULL; upper_value := NULL; prepare := NULL; alone := NULL;
            partition := tidemark.partition_name(jsonb_populate_record(policy, '{"names": null}'), 'default');
            statements := tidemark.create_partition(policy, partition, 'DEFAULT');
            partition := format('%I.%I', policy.schema_name, partition);
            RETURN NEXT;
          END IF;

          -- PostgreSQL takes no second partition away while one is on its way, and none concurrently beside a default partition.
          FOR item IN
            SELECT p.* FROM jsonb_to_recordset(expired) p (partition oid, lower_bound numeric, upper_bound numeric) WHERE detaching = '{}'
          LOOP
            action := policy.expired; partition := item.partition::regclass; reason := 'expired';
            lower_value := coalesce(tidemark.partition_value(holds, policy.epoch, item.lower_bound), 'MINVALUE');
            upper_value := tidemark.partition_value(holds, policy.epoch, item.upper_bound);
            -- One that was restored takes its old entry again, and so its old file.
            prepare := array(SELECT format('UPDATE tidemark.former_partition SET relation = %s, expired = %L, destination = %L,'
                ' state = ''leaving'', archive = NULL WHERE id = %s', item.partition, policy.expired, policy.destination, f.id)
                FROM tidemark.former_partition f WHERE f.schema_name = policy.schema_name AND f.table_name = policy.table_name
                 AND f.partition = item.partition::regclass::text AND f.state = 'restored' AND f.relation = 0)
              || ARRAY[format('INSERT INTO tidemark.former_partition (schema_name, table_name, relation, partition, lower_bound,'
              ' upper_bound, expired, destination, state) SELECT %L, %L, %s, %L, %L, %L, %L, %L, ''leaving'' WHERE NOT EXISTS ('
              'SELECT FROM tidemark.former_partition WHERE relation = %3$s AND state = ''leaving'')', policy.schema_name,
              policy.table_name, item.partition, partition, lower_value, upper_value, policy.expired, policy.destination)];
            alone := format('ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY', parent, partition);
            statements := tidemark.let_go(policy.expired, policy.destination, item.partition);
            IF remainder IS NOT NULL OR policy.default_partition THEN
              statements := replace(alone, ' CONCURRENTLY', '') || statements;
              alone := NULL;
            END IF;
            RETURN NEXT;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.partition_plan(tidemark.partition_policy, timestamptz) IS 'What has to be done so that the partitions of a table are as its policy says: statements before, one that stands alone, statements after'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.set_partition_policy(schema_name text, table_name text, settings jsonb)
          RETURNS SETOF text LANGUAGE plpgsql AS $$
        DECLARE
          policy tidemark.partition_policy;
          item record;
          statement text;
        BEGIN
          DELETE FROM tidemark.partition_policy p
           WHERE p.schema_name = set_partition_policy.schema_name AND p.table_name = set_partition_policy.table_name;
          INSERT INTO tidemark.partition_policy
          SELECT * FROM jsonb_populate_record(NULL::tidemark.partition_policy,
            '{"premake": 3, "expired": "detach", "time_zone": "UTC", "default_partition": false}' || settings ||
            jsonb_build_object('schema_name', schema_name, 'table_name', table_name))
          RETURNING * INTO policy;
          FOR item IN SELECT * FROM tidemark.partition_plan(policy) p WHERE p.action = 'create' AND p.problem IS NULL LOOP
            FOREACH statement IN ARRAY item.statements LOOP EXECUTE statement; END LOOP;
            RETURN NEXT item.partition;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.set_partition_policy(text, text, jsonb) IS 'Declares how a table is partitioned, and makes the partitions that it needs now; lets nothing go'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.remove_partition_policy(schema_name text, table_name text)
          RETURNS void LANGUAGE sql AS $$
          DELETE FROM tidemark.partition_policy p WHERE p.schema_name = $1 AND p.table_name = $2
        $$
        `,
        sql`
        CREATE OR REPLACE PROCEDURE tidemark.maintain_partitions(at timestamptz DEFAULT NULL) LANGUAGE plpgsql AS $$
        DECLARE
          policy tidemark.partition_policy;
          plan jsonb;
          item jsonb;
          statement text;
        BEGIN
          FOR policy IN SELECT * FROM tidemark.partition_policy LOOP
            SELECT jsonb_agg(p) INTO plan FROM tidemark.partition_plan(policy, coalesce(at, now())) p
             WHERE p.problem IS NULL AND (p.prepare IS NOT NULL OR p.statements <> '{}');
            FOR item IN SELECT jsonb_array_elements(plan) LOOP
              -- A transaction an action, under the lock that every run of Tidemark holds. What cannot be had now comes next time.
              PERFORM set_config('lock_timeout', '500ms', true);
              IF NOT pg_try_advisory_xact_lock(8388346167743836779) THEN RETURN; END IF;
              BEGIN
                FOR statement IN
                  SELECT jsonb_array_elements_text(nullif(item -> 'prepare', 'null'))
                  UNION ALL SELECT replace(item ->> 'alone', ' CONCURRENTLY', '') WHERE item ->> 'alone' IS NOT NULL
                  UNION ALL SELECT jsonb_array_elements_text(item -> 'statements')
                LOOP
                  EXECUTE statement;
                END LOOP;
                INSERT INTO tidemark.event (action, who, host, pid, detail)
                VALUES ('partition ' || (item ->> 'action'), session_user, coalesce(host(inet_client_addr()), 'local'), pg_backend_pid(),
                        jsonb_strip_nulls(item - '{action,prepare,alone,statements}'::text[]));
              EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                RAISE WARNING 'tidemark: % % has to wait: %', item ->> 'action', item ->> 'partition', SQLERRM;
              END;
              COMMIT;
            END LOOP;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON PROCEDURE tidemark.maintain_partitions(timestamptz) IS 'Does what partition_plan says for every table, as far as that is possible inside the database; for pg_cron'`,
      ],
      down: [
        sql`DROP PROCEDURE tidemark.maintain_partitions(timestamptz)`,
        sql`DROP FUNCTION tidemark.remove_partition_policy(text, text)`,
        sql`DROP FUNCTION tidemark.set_partition_policy(text, text, jsonb)`,
        sql`DROP FUNCTION tidemark.partition_plan(tidemark.partition_policy, timestamptz)`,
        sql`DROP FUNCTION tidemark.let_go(text, text, regclass)`,
        sql`DROP FUNCTION tidemark.create_partition(tidemark.partition_policy, text, text, regclass, text)`,
        sql`DROP FUNCTION tidemark.partition_suffixes(tidemark.partition_policy)`,
        sql`DROP FUNCTION tidemark.is_delete_trigger(pg_catalog.pg_trigger)`,
        sql`DROP FUNCTION tidemark.partition_index(jsonb, text, text, boolean)`,
        sql`DROP FUNCTION tidemark.partition_index_name(text, text)`,
      ],
    }),
  ],
)
