import { migration, step, sql } from 'tidemark'

// What the conversion of a table needs while it runs: rows copied in short transactions, and proof that nothing is missing.
export default migration(
  {
    revision: '000000000004',
    parents: ['000000000003'],
    message: 'conversion',
  },
  [
    step({
      up: [
        sql`
        CREATE OR REPLACE FUNCTION tidemark.tables_of(relation regclass) RETURNS SETOF regclass STABLE LANGUAGE sql AS $$
          SELECT relation UNION SELECT relid::regclass FROM pg_partition_tree(relation)
        $$
        `,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.shared_columns(source regclass, target regclass)
          RETURNS TABLE (name text, value text) STABLE LANGUAGE sql SET search_path = '' AS $$
          SELECT quote_ident(t.attname), quote_ident(s.attname) ||
                 CASE WHEN (t.atttypid, t.atttypmod) = (s.atttypid, s.atttypmod) THEN ''
                      ELSE '::' || format_type(t.atttypid, t.atttypmod) END
            FROM pg_attribute t
            JOIN pg_attribute s ON s.attrelid = source AND s.attname = t.attname
           WHERE t.attrelid = target AND t.attnum > 0 AND NOT t.attisdropped AND t.attgenerated = '' AND s.attgenerated <> 'v'
           ORDER BY t.attnum
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.shared_columns(regclass, regclass) IS 'The columns whose values one table can give to another, and the values as that one holds them'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.mirror(source regclass, target regclass, key text[])
          RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
        DECLARE
          routine text;
          insertion text;
          keys text;
          is_key text;
          others text;
        BEGIN
          SELECT format('%I.%I', n.nspname, left('mirror ' || c.relname, 63)) INTO routine
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target;
          SELECT string_agg(quote_ident(k), ', '), string_agg(format('%I = OLD.%1$I', k), ' AND ') INTO keys, is_key FROM unnest(key) k;
          SELECT string_agg(format('%s = excluded.%1$s', c.name), ', ') INTO others
            FROM tidemark.shared_columns(source, target) c WHERE c.name NOT IN (SELECT quote_ident(k) FROM unnest(key) k);
          SELECT format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s) ON CONFLICT (%s)', target,
                        string_agg(c.name, ', '), string_agg('{row}.' || c.value, ', '), keys) INTO insertion
            FROM tidemark.shared_columns(source, target) c;
          -- With the rights of who converts: those who write to the one table may have none on the other.
          EXECUTE format($text$
            CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
            BEGIN
              IF TG_OP = 'TRUNCATE' THEN
                TRUNCATE %2$s;
                RETURN NULL;
              END IF;
              IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND ROW (%3$s) IS DISTINCT FROM ROW (%4$s) THEN
                IF current_setting('transaction_isolation') <> 'read committed' THEN
                  -- A row that was copied after this transaction began can be locked, but not seen: this makes the transaction
                  -- fail, and be tried again, instead of leaving the row behind.
                  %5$s DO UPDATE SET %6$s = excluded.%6$s;
                END IF;
                DELETE FROM %2$s WHERE %7$s;
              END IF;
              IF TG_OP <> 'DELETE' THEN
                %8$s %9$s;
              END IF;
              RETURN NULL;
            END
            $body$ $text$,
            routine, target, (SELECT string_agg(format('NEW.%I', k), ', ') FROM unnest(key) k),
            (SELECT string_agg(format('OLD.%I', k), ', ') FROM unnest(key) k),
            replace(insertion, '{row}', 'OLD'), quote_ident(key[1]), is_key, replace(insertion, '{row}', 'NEW'),
            coalesce('DO UPDATE SET ' || others, 'DO NOTHING'));
          EXECUTE format('CREATE TRIGGER tidemark_mirror AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()',
            source, routine);
          EXECUTE format('CREATE TRIGGER tidemark_mirror_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s()',
            source, routine);
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.mirror(regclass, regclass, text[]) IS 'From now on every change of one table is written to another as well, in the same transaction'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.unmirror(source regclass, target regclass)
          RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
        DECLARE
          routine text;
        BEGIN
          SELECT format('%I.%I', n.nspname, left('mirror ' || c.relname, 63)) INTO routine
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target;
          EXECUTE format('DROP TRIGGER tidemark_mirror_truncate ON %s', source);
          EXECUTE format('DROP TRIGGER tidemark_mirror ON %s', source);
          EXECUTE format('DROP FUNCTION %s()', routine);
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.unmirror(regclass, regclass) IS 'Ends what mirror began'`,
        sql`
        CREATE OR REPLACE PROCEDURE tidemark.copy_rows(source regclass, target regclass, key text[]) LANGUAGE plpgsql AS $$
        DECLARE
          leaf regclass;
          leaves regclass[];
          names text;
          row_values text;
          pages bigint;
          page bigint;
          step bigint;
          began timestamptz;
          took double precision;
        BEGIN
          SELECT string_agg(c.name, ', '), string_agg(c.value, ', ') INTO names, row_values
            FROM tidemark.shared_columns(source, target) c;
          -- Rows that come or change from now on are the trigger's business; those on the pages that are there are copied.
          SELECT array_agg(t) INTO leaves FROM tidemark.tables_of(source) t JOIN pg_class c ON c.oid = t WHERE c.relkind = 'r';
          FOREACH leaf IN ARRAY coalesce(leaves, '{}') LOOP
            pages := pg_relation_size(leaf) / current_setting('block_size')::bigint;
            page := 0;
            step := 16;
            WHILE page < pages LOOP
              -- Whoever waits for a row that this one holds has priority: a deadlock is noticed only after a second.
              PERFORM set_config('lock_timeout', '100ms', true);
              began := clock_timestamp();
              BEGIN
                EXECUTE format(
                  'WITH rows AS MATERIALIZED (SELECT * FROM ONLY %s WHERE ctid >= %L AND ctid < %L FOR SHARE)'
                  ' INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM rows ON CONFLICT (%s) DO NOTHING',
                  leaf, format('(%s,0)', page), format('(%s,0)', page + step), target, names, row_values,
                  (SELECT string_agg(quote_ident(k), ', ') FROM unnest(key) k));
                page := page + step;
                took := extract(epoch FROM clock_timestamp() - began);
                step := greatest(1, least(1024, CASE WHEN took > 0.03 THEN step / 2 WHEN took < 0.015 THEN step * 2 ELSE step END));
              EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                step := greatest(1, step / 2);
                took := 0.05;
              END;
              COMMIT;
              PERFORM pg_sleep(took / 4);
            END LOOP;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON PROCEDURE tidemark.copy_rows(regclass, regclass, text[]) IS 'Copies rows in short transactions, while a trigger mirrors what changes meanwhile'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.prove_equal(source regclass, target regclass) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
          sums record;
        BEGIN
          -- One statement, one moment: what the trigger mirrors is in both or in neither.
          EXECUTE (
            SELECT format(
              'SELECT a.n AS source_rows, b.n AS target_rows, a.x = b.x AND a.y = b.y AND a.n = b.n AS same FROM'
              ' (SELECT count(*) AS n, coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) AS x,'
              '   coalesce(sum(hashtextextended(r::text, 1)::numeric), 0) AS y FROM (SELECT %s FROM %s) r) a,'
              ' (SELECT count(*) AS n, coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) AS x,'
              '   coalesce(sum(hashtextextended(r::text, 1)::numeric), 0) AS y FROM (SELECT %s FROM %s) r) b',
              string_agg(c.value, ', '), source, string_agg(c.name, ', '), target)
              FROM tidemark.shared_columns(source, target) c) INTO sums;
          IF NOT sums.same THEN
            RAISE EXCEPTION '% and % do not hold the same rows', source, target USING ERRCODE = 'data_exception',
              DETAIL = format('%s holds %s rows, %s holds %s', source, sums.source_rows, target, sums.target_rows),
              HINT = 'Nothing was let go. Take the migration back, and run it again.';
          END IF;
          RETURN format('%s rows are in both', sums.source_rows);
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.prove_equal(regclass, regclass) IS 'Compares the rows of two tables at one moment: their number and two 64-bit sums over all of their values'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.move_table(relation regclass, destination text) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          part regclass;
        BEGIN
          FOR part IN SELECT * FROM tidemark.tables_of(relation) LOOP
            EXECUTE format('ALTER TABLE %s SET SCHEMA %I', part, destination);
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.move_table(regclass, text) IS 'Moves a table and its partitions to another schema, with their indexes'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.carry_sequences(source regclass, target regclass) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          name text;
          origin text;
          last bigint;
          called boolean;
        BEGIN
          FOR name IN SELECT attname FROM pg_attribute WHERE attrelid = target AND attidentity <> '' AND NOT attisdropped LOOP
            SELECT pg_get_serial_sequence(source::text, attname) INTO origin FROM pg_attribute
             WHERE attrelid = source AND attname = name AND NOT attisdropped;
            IF origin IS NULL THEN
              EXECUTE format('SELECT max(%I), max(%1$I) IS NOT NULL FROM %s', name, target) INTO last, called;
            ELSE
              EXECUTE format('SELECT last_value, is_called FROM %s', origin) INTO last, called;
            END IF;
            IF last IS NOT NULL THEN PERFORM setval(pg_get_serial_sequence(target::text, name), last, called); END IF;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.carry_sequences(regclass, regclass) IS 'Lets the identity columns of one table go on where those of another stand'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.refuse_late(source regclass, column_name text, boundary text)
          RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' AS $$
        DECLARE
          late bigint;
        BEGIN
          IF clock_timestamp() > boundary::timestamptz - interval '1 hour' THEN
            RAISE EXCEPTION 'this migration comes too late: the first partition was to reach until %', boundary
              USING HINT = 'Remove the file, and generate it again.';
          END IF;
          EXECUTE format('SELECT count(*) FROM %s WHERE %I >= %L OR %2$I IS NULL', source, column_name, boundary) INTO late;
          IF late > 0 THEN
            RAISE EXCEPTION '% rows of % belong after %, or to no time', late, source, boundary
              USING HINT = 'Correct them; or remove the file, and generate it again with --convert shadow.';
          END IF;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.refuse_late(regclass, text, text) IS 'Stops the adoption of a table before anything is done, when its boundary has come or rows are beyond it'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.name_part(parent_index regclass, part regclass, name text)
          RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          child record;
        BEGIN
          SELECT c.oid::regclass AS index, c.relname, k.conname INTO child
            FROM pg_inherits i
            JOIN pg_index x ON x.indexrelid = i.inhrelid AND x.indrelid = part
            JOIN pg_class c ON c.oid = i.inhrelid
            LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
           WHERE i.inhparent = parent_index;
          IF child.relname = name THEN RETURN; END IF;
          IF child.conname IS NULL THEN
            EXECUTE format('ALTER INDEX %s RENAME TO %I', child.index, name);
          ELSE
            EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', part, child.conname, name);
          END IF;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.name_part(regclass, regclass, text) IS 'Gives the part of an index in a partition the name by which a way back knows it, where the partition was made anew'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.take_in(source regclass, target regclass, most bigint DEFAULT 20000)
          RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          n bigint;
          taken bigint;
        BEGIN
          EXECUTE format('SELECT count(*) FROM (SELECT FROM %s LIMIT %s) r', source, most + 1) INTO n;
          IF n > most THEN
            RAISE EXCEPTION 'more than % rows have come after the boundary, and to copy them would stop all writers', most
              USING HINT = 'Declare the table without partitions and generate a migration: it copies while the table is in use.';
          END IF;
          EXECUTE (
            SELECT format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s', target, string_agg(c.name, ', '),
                          string_agg(c.value, ', '), source) FROM tidemark.shared_columns(source, target) c);
          GET DIAGNOSTICS taken = ROW_COUNT;
          IF taken <> n THEN RAISE EXCEPTION '% of % rows were taken over from %', taken, n, source; END IF;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.take_in(regclass, regclass, bigint) IS 'Copies the rows that came after the boundary back into the old table, unless there are too many for a short transaction'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.cover_rows(schema_name text, table_name text, source regclass)
          RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' SET datestyle = 'ISO, YMD' AS $$
        DECLARE
          policy tidemark.partition_policy;
          period record;
          holds text;
          finite text := '';
          key_value text;
          statement text;
        BEGIN
          SELECT * INTO STRICT policy FROM tidemark.partition_policy p
           WHERE p.schema_name = cover_rows.schema_name AND p.table_name = cover_rows.table_name;
          holds := tidemark.partition_key(policy);
          -- What is infinitely long ago, or ahead, lies in no period.
          IF holds IN ('timestamptz', 'timestamp', 'date') THEN
            finite := format('WHERE %I > ''-infinity'' AND %1$I < ''infinity''', policy.column_name);
          END IF;
          EXECUTE format('SELECT %I::text FROM %s %s ORDER BY %1$I LIMIT 1', policy.column_name, source, finite) INTO key_value;
          WHILE key_value IS NOT NULL LOOP
            SELECT p.* INTO period FROM tidemark.partition_position(holds, policy.epoch, key_value) v,
                   tidemark.partition_periods(policy, v, v + 0.000001) p;
            IF NOT EXISTS (SELECT FROM tidemark.partitions(policy) e
                            WHERE numrange(e.lower_bound, e.upper_bound) && numrange(period.period_start, period.period_end)
                              AND NOT e.is_default) THEN
              FOREACH statement IN ARRAY tidemark.create_partition(policy, tidemark.partition_name(policy, period.suffix),
                format('FOR VALUES FROM (%L) TO (%L)', tidemark.partition_value(holds, policy.epoch, period.period_start),
                       tidemark.partition_value(holds, policy.epoch, period.period_end)))
              LOOP
                EXECUTE statement;
              END LOOP;
            END IF;
            EXECUTE format('SELECT %I::text FROM %s %s %s %1$I >= %5$L ORDER BY %1$I LIMIT 1', policy.column_name, source, finite,
              CASE finite WHEN '' THEN 'WHERE' ELSE 'AND' END, tidemark.partition_value(holds, policy.epoch, period.period_end)) INTO key_value;
          END LOOP;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.cover_rows(text, text, regclass) IS 'Makes the partitions that the rows of another table need'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.settle_rest(schema_name text, table_name text, rest regclass)
          RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          strays bigint;
        BEGIN
          EXECUTE format('LOCK TABLE %I.%I IN SHARE ROW EXCLUSIVE MODE', schema_name, table_name);
          EXECUTE format('SELECT count(*) FROM %s', rest) INTO strays;
          IF strays = 0 THEN RETURN; END IF;
          IF NOT EXISTS (SELECT FROM tidemark.partition_policy p
                          WHERE p.schema_name = settle_rest.schema_name AND p.table_name = settle_rest.table_name) THEN
            RAISE EXCEPTION '% rows fit none of the partitions that are declared', strays USING ERRCODE = 'check_violation',
              DETAIL = format('They are in %s.', rest),
              HINT = 'Correct or delete the rows, and run it again; or take the migration back, declare a partition for them, or a default partition, and generate it again.';
          END IF;
          EXECUTE format('CREATE TEMPORARY TABLE tidemark_strays AS SELECT * FROM %s', rest);
          EXECUTE format('TRUNCATE %s', rest);
          PERFORM tidemark.cover_rows(schema_name, table_name, 'pg_temp.tidemark_strays');
          EXECUTE format('INSERT INTO %I.%I OVERRIDING SYSTEM VALUE SELECT * FROM pg_temp.tidemark_strays', schema_name, table_name);
          DROP TABLE pg_temp.tidemark_strays;
          EXECUTE format('SELECT count(*) FROM %s', rest) INTO strays;
          IF strays > 0 THEN
            RAISE EXCEPTION '% rows belong to no period: their key is NULL or infinite', strays USING ERRCODE = 'check_violation',
              HINT = 'Give the rows a time, and run it again; or take the migration back, declare a default partition (default: true), and generate it again.';
          END IF;
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.settle_rest(text, text, regclass) IS 'Makes partitions for rows that came while none was there for them'`,
        sql`
        CREATE OR REPLACE FUNCTION tidemark.drop_rest(schema_name text, table_name text, rest text, settings jsonb DEFAULT NULL)
          RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          filled boolean := false;
        BEGIN
          IF to_regclass(rest) IS NULL THEN RETURN; END IF;
          EXECUTE format('SELECT EXISTS (SELECT FROM %s)', rest) INTO filled;
          IF filled THEN
            -- They came after the others were settled.
            IF settings IS NOT NULL THEN PERFORM tidemark.set_partition_policy(schema_name, table_name, settings); END IF;
            PERFORM tidemark.settle_rest(schema_name, table_name, rest::regclass);
            PERFORM tidemark.remove_partition_policy(schema_name, table_name);
          END IF;
          EXECUTE format('DROP TABLE %s', rest);
        END
        $$
        `,
        sql`COMMENT ON FUNCTION tidemark.drop_rest(text, text, text, jsonb) IS 'Drops what took rows without a place once all of them have one; refuses otherwise'`,
      ],
      down: [
        sql`DROP FUNCTION tidemark.drop_rest(text, text, text, jsonb)`,
        sql`DROP FUNCTION tidemark.settle_rest(text, text, regclass)`,
        sql`DROP FUNCTION tidemark.cover_rows(text, text, regclass)`,
        sql`DROP FUNCTION tidemark.name_part(regclass, regclass, text)`,
        sql`DROP FUNCTION tidemark.take_in(regclass, regclass, bigint)`,
        sql`DROP FUNCTION tidemark.refuse_late(regclass, text, text)`,
        sql`DROP FUNCTION tidemark.carry_sequences(regclass, regclass)`,
        sql`DROP FUNCTION tidemark.move_table(regclass, text)`,
        sql`DROP FUNCTION tidemark.prove_equal(regclass, regclass)`,
        sql`DROP PROCEDURE tidemark.copy_rows(regclass, regclass, text[])`,
        sql`DROP FUNCTION tidemark.unmirror(regclass, regclass)`,
        sql`DROP FUNCTION tidemark.mirror(regclass, regclass, text[])`,
        sql`DROP FUNCTION tidemark.shared_columns(regclass, regclass)`,
        sql`DROP FUNCTION tidemark.tables_of(regclass)`,
      ],
    }),
  ],
)
