/** One attribute each. `ALTER` by `ALTER`, so that no two facts can hide one another. */
const list = `
schema owner: ALTER SCHEMA app OWNER TO exam_owner
schema grant: GRANT USAGE ON SCHEMA app TO exam_reader
public schema revoke: REVOKE USAGE ON SCHEMA public FROM PUBLIC
table owner: ALTER TABLE app.people OWNER TO exam_owner
table grant: GRANT INSERT ON app.people TO exam_reader
table grant option: GRANT SELECT ON app.people TO exam_reader WITH GRANT OPTION
table owner revoke: REVOKE DELETE ON app.people FROM CURRENT_USER
table unlogged: ALTER TABLE app.parent SET UNLOGGED
table fillfactor: ALTER TABLE app.people SET (fillfactor = 70)
table toast option: ALTER TABLE app.people SET (toast.autovacuum_enabled = false)
table row security: ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY
table force row security: ALTER TABLE app.orders FORCE ROW LEVEL SECURITY
table replica identity full: ALTER TABLE app.people REPLICA IDENTITY FULL
table replica identity index: ALTER TABLE app.people REPLICA IDENTITY USING INDEX people_pkey
table cluster on: ALTER TABLE app.people CLUSTER ON people_name
table inherit: ALTER TABLE app.child NO INHERIT app.parent
table rename: ALTER TABLE app.parent RENAME TO parents
table of type: CREATE TYPE app.shape AS (a integer); ALTER TABLE app.parent OF app.shape
partition detach: ALTER TABLE app.readings DETACH PARTITION app.readings_2
partition re-bound: ALTER TABLE app.readings DETACH PARTITION app.readings_2; ALTER TABLE app.readings ATTACH PARTITION app.readings_2 FOR VALUES FROM ('2025-02-01') TO ('2025-04-01')
partition default column: ALTER TABLE app.readings_1 ALTER value SET DEFAULT 7
column add: ALTER TABLE app.people ADD extra integer
column drop: ALTER TABLE app.people DROP during
column type: ALTER TABLE app.orders ALTER total TYPE numeric(9, 2)
column collation: ALTER TABLE app.people ALTER email TYPE text COLLATE "C"
column default: ALTER TABLE app.people ALTER name SET DEFAULT 'somebody'
column default drop: ALTER TABLE app.people ALTER name DROP DEFAULT
column not null: ALTER TABLE app.people ALTER age SET NOT NULL
column drop not null: ALTER TABLE app.people ALTER name DROP NOT NULL
column not null name: ALTER TABLE app.people RENAME CONSTRAINT people_id_set TO people_id_other
column not null no inherit: ALTER TABLE app.parent ADD CONSTRAINT set_a NOT NULL a NO INHERIT
column identity always: ALTER TABLE app.people ALTER id SET GENERATED ALWAYS
column identity options: ALTER TABLE app.people ALTER id SET INCREMENT BY 5
column identity drop: ALTER TABLE app.people ALTER id DROP IDENTITY
column generated drop: ALTER TABLE app.people ALTER doubled DROP EXPRESSION
column generated expression: ALTER TABLE app.people ALTER doubled SET EXPRESSION AS (age * 3)
column virtual: ALTER TABLE app.people DROP doubled; ALTER TABLE app.people ADD doubled integer GENERATED ALWAYS AS (age * 2) VIRTUAL
column storage: ALTER TABLE app.people ALTER name SET STORAGE EXTERNAL
column compression: ALTER TABLE app.people ALTER name SET COMPRESSION pglz
column statistics: ALTER TABLE app.people ALTER name SET STATISTICS 500
column n_distinct: ALTER TABLE app.people ALTER name SET (n_distinct = 5)
column grant: GRANT SELECT (email) ON app.people TO exam_reader
constraint check: ALTER TABLE app.people DROP CONSTRAINT people_age_check; ALTER TABLE app.people ADD CONSTRAINT people_age_check CHECK (age > 1)
constraint check not valid: ALTER TABLE app.people DROP CONSTRAINT people_age_check; ALTER TABLE app.people ADD CONSTRAINT people_age_check CHECK (age > 0) NOT VALID
constraint check no inherit: ALTER TABLE app.people DROP CONSTRAINT people_age_check; ALTER TABLE app.people ADD CONSTRAINT people_age_check CHECK (age > 0) NO INHERIT
constraint check not enforced: ALTER TABLE app.people DROP CONSTRAINT people_age_check; ALTER TABLE app.people ADD CONSTRAINT people_age_check CHECK (age > 0) NOT ENFORCED
constraint fk deferrable: ALTER TABLE app.orders ALTER CONSTRAINT orders_person_fkey DEFERRABLE
constraint fk deferred: ALTER TABLE app.orders ALTER CONSTRAINT orders_person_fkey DEFERRABLE INITIALLY DEFERRED
constraint fk not enforced: ALTER TABLE app.orders ALTER CONSTRAINT orders_person_fkey NOT ENFORCED
constraint fk action: ALTER TABLE app.orders DROP CONSTRAINT orders_person_fkey; ALTER TABLE app.orders ADD CONSTRAINT orders_person_fkey FOREIGN KEY (person) REFERENCES app.people ON DELETE CASCADE
constraint fk triggers: ALTER TABLE app.orders DISABLE TRIGGER ALL
constraint unique nulls: ALTER TABLE app.people DROP CONSTRAINT people_email_key; ALTER TABLE app.people ADD CONSTRAINT people_email_key UNIQUE NULLS NOT DISTINCT (email)
constraint exclude: ALTER TABLE app.orders DROP CONSTRAINT orders_int4range_excl
constraint rename: ALTER TABLE app.people RENAME CONSTRAINT people_email_key TO email_key
index descending: DROP INDEX app.people_name; CREATE INDEX people_name ON app.people (name DESC)
index opclass: DROP INDEX app.people_name; CREATE INDEX people_name ON app.people (name text_pattern_ops)
index include: DROP INDEX app.people_name; CREATE INDEX people_name ON app.people (name) INCLUDE (age)
index predicate: DROP INDEX app.people_name; CREATE INDEX people_name ON app.people (name) WHERE age > 3
index fillfactor: ALTER INDEX app.people_name SET (fillfactor = 50)
index statistics: ALTER INDEX app.people_age ALTER COLUMN 1 SET STATISTICS 900
index unique: DROP INDEX app.people_name; CREATE UNIQUE INDEX people_name ON app.people (name)
index invalid: UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.people_name'::regclass
index parent: CREATE INDEX readings_value ON ONLY app.readings (value)
index attach: ALTER INDEX app.readings_value ATTACH PARTITION app.readings_1_value
sequence increment: ALTER SEQUENCE app.numbers INCREMENT 3
sequence cycle: ALTER SEQUENCE app.numbers CYCLE
sequence type: ALTER SEQUENCE app.numbers AS integer
sequence owned by: ALTER SEQUENCE app.numbers OWNED BY app.people.age
sequence grant: GRANT USAGE ON SEQUENCE app.numbers TO exam_reader
view definition: CREATE OR REPLACE VIEW app.adults AS SELECT id, name FROM app.people WHERE age > 20
view option: ALTER VIEW app.adults SET (security_invoker = true)
view check option: ALTER VIEW app.adults SET (check_option = local)
view owner: ALTER VIEW app.adults OWNER TO exam_owner
view column default: ALTER VIEW app.adults ALTER name SET DEFAULT 'x'
matview unpopulated: REFRESH MATERIALIZED VIEW app.counts WITH NO DATA
matview option: ALTER MATERIALIZED VIEW app.counts SET (fillfactor = 80)
matview index: CREATE UNIQUE INDEX counts_n ON app.counts (n)
matview statistics: ALTER MATERIALIZED VIEW app.counts ALTER n SET STATISTICS 44
function body: CREATE OR REPLACE FUNCTION app.twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x + x'
function volatility: ALTER FUNCTION app.twice STABLE
function strict: ALTER FUNCTION app.twice STRICT
function parallel: ALTER FUNCTION app.twice PARALLEL SAFE
function leakproof: ALTER FUNCTION app.twice LEAKPROOF
function security: ALTER FUNCTION app.twice SECURITY DEFINER
function cost: ALTER FUNCTION app.twice COST 5
function setting: ALTER FUNCTION app.twice SET work_mem = '4MB'
function revoke: REVOKE EXECUTE ON FUNCTION app.twice FROM PUBLIC
function owner: ALTER FUNCTION app.twice OWNER TO exam_owner
function extension: ALTER FUNCTION app.twice DEPENDS ON EXTENSION hstore
procedure body: CREATE OR REPLACE PROCEDURE app.work() LANGUAGE sql AS 'SELECT 2'
aggregate initcond: CREATE OR REPLACE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '1')
aggregate parallel: CREATE OR REPLACE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE)
trigger definition: CREATE OR REPLACE TRIGGER touched BEFORE UPDATE OF name ON app.people FOR EACH ROW EXECUTE FUNCTION app.touch()
trigger disabled: ALTER TABLE app.people DISABLE TRIGGER touched
trigger always: ALTER TABLE app.people ENABLE ALWAYS TRIGGER touched
rule definition: CREATE OR REPLACE RULE quiet AS ON DELETE TO app.orders WHERE (old.id < -1) DO INSTEAD NOTHING
rule disabled: ALTER TABLE app.orders DISABLE RULE quiet
event trigger disabled: ALTER EVENT TRIGGER watcher DISABLE
event trigger owner: ALTER ROLE exam_owner SUPERUSER; ALTER EVENT TRIGGER watcher OWNER TO exam_owner
event trigger tags: DROP EVENT TRIGGER watcher; CREATE EVENT TRIGGER watcher ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION app.watch()
policy using: ALTER POLICY own ON app.people USING (age > 2)
policy roles: ALTER POLICY own ON app.people TO PUBLIC
policy restrictive: DROP POLICY own ON app.people; CREATE POLICY own ON app.people AS RESTRICTIVE FOR SELECT TO exam_reader USING (age > 1)
policy command: DROP POLICY own ON app.people; CREATE POLICY own ON app.people FOR DELETE TO exam_reader USING (age > 1)
enum add: ALTER TYPE app.mood ADD VALUE 'calm'
enum order: DROP TYPE app.mood CASCADE; CREATE TYPE app.mood AS ENUM ('ok', 'sad', 'happy')
enum owner: ALTER TYPE app.mood OWNER TO exam_owner
enum grant: REVOKE USAGE ON TYPE app.mood FROM PUBLIC
composite attribute: ALTER TYPE app.address ADD ATTRIBUTE zip text
composite order: DROP TYPE app.address CASCADE; CREATE TYPE app.address AS (city text, street text)
domain default: ALTER DOMAIN app.positive SET DEFAULT 2
domain not null: ALTER DOMAIN app.positive SET NOT NULL
domain check: ALTER DOMAIN app.positive ADD CONSTRAINT small CHECK (VALUE < 100)
domain check not valid: ALTER DOMAIN app.positive ADD CONSTRAINT small CHECK (VALUE < 100) NOT VALID
domain collation: CREATE DOMAIN app.word AS text COLLATE "C"
range subtype diff: DROP TYPE app.span; CREATE TYPE app.span AS RANGE (subtype = float8, subtype_diff = float8mi)
range multirange name: DROP TYPE app.span; CREATE TYPE app.span AS RANGE (subtype = float8, multirange_type_name = app.spans)
statistics kinds: DROP STATISTICS app.people_stats; CREATE STATISTICS app.people_stats (mcv) ON name, age FROM app.people
statistics target: ALTER STATISTICS app.people_stats SET STATISTICS 300
statistics expression: DROP STATISTICS app.people_stats; CREATE STATISTICS app.people_stats (ndistinct) ON name, (age + 1) FROM app.people
collation locale: DROP COLLATION app.plain; CREATE COLLATION app.plain (provider = libc, locale = 'POSIX')
collation provider: DROP COLLATION app.plain; CREATE COLLATION app.plain (provider = icu, locale = 'en')
collation deterministic: DROP COLLATION app.plain; CREATE COLLATION app.plain (provider = icu, locale = 'en', deterministic = false)
cast context: DROP CAST (app.address AS integer); CREATE CAST (app.address AS integer) WITH INOUT AS IMPLICIT
operator commutator: ALTER OPERATOR app.=== (app.address, app.address) SET (COMMUTATOR = OPERATOR(app.===))
operator restrict: ALTER OPERATOR app.=== (app.address, app.address) SET (RESTRICT = eqsel)
operator class: CREATE OPERATOR CLASS app.addresses FOR TYPE app.address USING btree FAMILY app.ints AS STORAGE app.address
operator family member: ALTER OPERATOR FAMILY app.ints USING btree ADD OPERATOR 1 < (integer, integer)
text search mapping: ALTER TEXT SEARCH CONFIGURATION app.words ALTER MAPPING FOR word WITH app.short
text search dictionary: ALTER TEXT SEARCH DICTIONARY app.short (StopWords = danish)
conversion owner: ALTER CONVERSION app.conv OWNER TO exam_owner
publication tables: ALTER PUBLICATION pub ADD TABLE app.orders
publication columns: ALTER PUBLICATION pub SET TABLE app.people (id)
publication where: ALTER PUBLICATION pub SET TABLE app.people WHERE (id > 3)
publication schema: ALTER PUBLICATION pub SET TABLES IN SCHEMA app
publication operations: ALTER PUBLICATION pub SET (publish = 'insert')
publication root: ALTER PUBLICATION pub SET (publish_via_partition_root = true)
publication generated: ALTER PUBLICATION pub SET (publish_generated_columns = stored)
publication owner: ALTER ROLE exam_owner SUPERUSER; ALTER PUBLICATION pub OWNER TO exam_owner
wrapper option: CREATE FOREIGN DATA WRAPPER w; ALTER FOREIGN DATA WRAPPER w OPTIONS (a 'b')
server option: ALTER SERVER far OPTIONS (SET host 'example.com')
server version: ALTER SERVER far VERSION '2'
server grant: GRANT USAGE ON FOREIGN SERVER far TO exam_reader
user mapping option: ALTER USER MAPPING FOR exam_reader SERVER far OPTIONS (SET user 'y')
foreign table option: ALTER FOREIGN TABLE app.remote OPTIONS (SET table_name 'u')
foreign column option: ALTER FOREIGN TABLE app.remote ALTER a OPTIONS (column_name 'b')
extension version: ALTER EXTENSION hstore UPDATE TO '1.8'
extension schema: ALTER EXTENSION hstore SET SCHEMA app
extension add: CREATE EXTENSION citext
comment on table: COMMENT ON TABLE app.people IS 'x'
comment on column: COMMENT ON COLUMN app.people.name IS 'x'
comment on constraint: COMMENT ON CONSTRAINT people_age_check ON app.people IS 'x'
comment on key index: COMMENT ON INDEX app.people_pkey IS 'x'
comment on attribute: COMMENT ON COLUMN app.address.city IS 'x'
comment on function: COMMENT ON FUNCTION app.twice IS 'x'
comment on trigger: COMMENT ON TRIGGER touched ON app.people IS 'x'
comment on policy: COMMENT ON POLICY own ON app.people IS 'x'
comment on schema public: COMMENT ON SCHEMA public IS 'x'
comment on extension: COMMENT ON EXTENSION hstore IS 'x'
comment on cast: COMMENT ON CAST (app.address AS integer) IS 'x'
comment on role: COMMENT ON ROLE exam_reader IS 'x'
default privileges: ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT INSERT ON TABLES TO exam_reader
default privileges global: ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC
default privileges for role: ALTER DEFAULT PRIVILEGES FOR ROLE exam_owner GRANT USAGE ON SEQUENCES TO exam_reader
role login: ALTER ROLE exam_reader LOGIN
role connection limit: ALTER ROLE exam_reader CONNECTION LIMIT 3
role valid until: ALTER ROLE exam_reader VALID UNTIL '2030-01-01'
role password: ALTER ROLE exam_reader PASSWORD 'x'
role setting: ALTER ROLE exam_reader SET statement_timeout = '3s'
role membership: GRANT exam_group TO exam_reader
role membership admin: GRANT exam_group TO exam_reader WITH ADMIN OPTION
role membership inherit: GRANT exam_group TO exam_reader WITH INHERIT FALSE
role parameter: GRANT SET ON PARAMETER work_mem TO exam_reader
subscription publication: ALTER SUBSCRIPTION sub SET PUBLICATION other WITH (refresh = false)
subscription connection: ALTER SUBSCRIPTION sub CONNECTION 'host=b dbname=x'
subscription option: ALTER SUBSCRIPTION sub SET (disable_on_error = true)
transform: CREATE TRANSFORM FOR app.address LANGUAGE sql (FROM SQL WITH FUNCTION app.to_internal(internal))
language: CREATE LANGUAGE other HANDLER plpgsql_call_handler
access method: CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler
table access method: ALTER TABLE app.people SET ACCESS METHOD heap2
tablespace: ALTER TABLE app.people SET TABLESPACE exam_space
`

/** What must be there first. */
const before = {
  'index attach': `CREATE INDEX readings_value ON ONLY app.readings (value);
                   CREATE INDEX readings_1_value ON app.readings_1 (value)`,
  'role membership admin': 'GRANT exam_group TO exam_reader',
  'role membership inherit': 'GRANT exam_group TO exam_reader',
  'table grant option': 'GRANT SELECT ON app.people TO exam_reader',
  'table access method': 'CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler',
  tablespace: `SET allow_in_place_tablespaces = on; CREATE TABLESPACE exam_space LOCATION ''`,
  transform: `CREATE FUNCTION app.to_internal(internal) RETURNS internal IMMUTABLE LANGUAGE internal AS 'varchar_support'`,
}

const subscription = `CREATE SUBSCRIPTION sub CONNECTION 'host=a dbname=x' PUBLICATION one
                        WITH (connect = false, slot_name = NONE, enabled = false)`

const after = { tablespace: 'ALTER TABLE app.people SET TABLESPACE pg_default; DROP TABLESPACE exam_space' }

/** @type {{ name: string, sql: string, before?: string, after?: string }[]} */
export const mutations = list
  .trim()
  .split('\n')
  .map((line) => line.split(/: (.*)/s))
  .map(([name, sql]) => ({
    name,
    sql,
    before: before[name] ?? (name.startsWith('subscription') ? subscription : undefined),
    after: after[name],
  }))
