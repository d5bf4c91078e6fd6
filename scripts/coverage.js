// What docs/coverage.md says of each object and attribute of PostgreSQL. test/docs/coverage.test.ts holds every row to it:
// its SQL is run, the attributes named are read back, and `pull` declares them.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} kind as the registry calls it
 * @property {readonly string[]} attributes of that kind; none: that there is such an object at all
 * @property {string} sql makes one, and what it needs; names of roles begin with an @
 * @property {string} [shownBy] the test that shows it instead, where it takes more than SQL in a transaction
 * @property {number} [since] the first major version that has it
 * @property {number} [until] the last one
 * @property {string} [lost] what a change or the way back cannot keep
 */

const t = 'CREATE TABLE t (id integer, n integer, d text);'
const f = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`
const p = 'CREATE TABLE p (id integer, n integer) PARTITION BY RANGE (id);'
const part = 'CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);'
const role = 'CREATE ROLE @a;'
const wrapper = 'CREATE FOREIGN DATA WRAPPER w;'
const server = `${wrapper} CREATE SERVER s FOREIGN DATA WRAPPER w;`

/** @type {readonly (readonly [string, string, readonly string[], string, Omit<Partial<Row>, 'what' | 'kind' | 'attributes' | 'sql'>?])[]} */
const list = [
  ['schema', 'schema', [], 'CREATE SCHEMA a'],
  ['table', 'table', [], t, { lost: 'rows of a table that is dropped' }],
  ['column, its type', 'column', ['type'], t, { lost: 'values of a column that is dropped' }],
  ['column default', 'default', ['expression'], 'CREATE TABLE t (n integer DEFAULT 1)'],
  ['NOT NULL', 'not-null', [], 'CREATE TABLE t (n integer NOT NULL)'],
  [
    'named NOT NULL constraint',
    'not-null',
    ['name'],
    'CREATE TABLE t (n integer CONSTRAINT x NOT NULL)',
    { since: 18 },
  ],
  [
    'NOT NULL … NOT VALID, NO INHERIT',
    'not-null',
    ['notValid', 'noInherit'],
    `${t} ALTER TABLE t ADD NOT NULL n NO INHERIT NOT VALID`,
    { since: 18 },
  ],
  [
    'column of a child that may be null while its parent’s may not ',
    'nullable',
    [],
    'CREATE TABLE t (n integer NOT NULL); CREATE TABLE c () INHERITS (t); ALTER TABLE c ALTER n DROP NOT NULL',
    { until: 17 },
  ],
  ['unlogged table', 'table', ['unlogged'], 'CREATE UNLOGGED TABLE t (n integer)'],
  ['INHERITS', 'inheritance', ['parents'], `${t} CREATE TABLE c () INHERITS (t)`],
  ['typed table OF', 'table', ['of'], 'CREATE TYPE y AS (a integer); CREATE TABLE t OF y'],
  ['partitioned table, its key', 'table', ['partitionBy'], p],
  ['partition, its bound', 'partition', ['parent', 'bound'], `${p} ${part}`],
  ['DEFAULT partition', 'partition', ['bound'], `${p} CREATE TABLE p1 PARTITION OF p DEFAULT`],
  [
    'sub-partitions',
    'partition',
    ['bound'],
    `${p} CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9) PARTITION BY LIST (n); CREATE TABLE p2 PARTITION OF p1 DEFAULT`,
  ],
  [
    'column override local to a partition',
    'default',
    ['expression'],
    `${p} ${part} ALTER TABLE p1 ALTER n SET DEFAULT 5`,
  ],
  [
    'interrupted DETACH CONCURRENTLY',
    'partition',
    ['detachPending'],
    '',
    { shownBy: 'test/kinds/outside-transactions.test.ts' },
  ],
  [
    'time partitions of telemetry()',
    'partition-policy',
    ['column', 'every', 'premake', 'retain', 'expired'],
    '',
    { shownBy: 'test/init/init.test.ts' },
  ],
  ['column collation', 'column', ['collation'], 'CREATE TABLE t (d text COLLATE "C")'],
  [
    'generated column, STORED',
    'column',
    ['generated'],
    'CREATE TABLE t (n integer, m integer GENERATED ALWAYS AS (n + 1) STORED)',
    { lost: 'values that a stored column held, where it becomes a plain one on the way back' },
  ],
  [
    'generated column, VIRTUAL',
    'column',
    ['generated'],
    'CREATE TABLE t (n integer, m integer GENERATED ALWAYS AS (n + 1) VIRTUAL)',
    { since: 18 },
  ],
  [
    'generated column of a partition or child, computed in a way of its own',
    'column',
    ['generated'],
    `CREATE TABLE t (d date, n integer, m integer GENERATED ALWAYS AS (n + 1) STORED) PARTITION BY RANGE (d);
     CREATE TABLE t1 PARTITION OF t (m GENERATED ALWAYS AS (n * 2) STORED) DEFAULT`,
    { since: 16 },
  ],
  [
    'identity with all its options',
    'column',
    ['identity'],
    'CREATE TABLE t (n integer GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 2 MAXVALUE 99 CYCLE CACHE 3))',
  ],
  [
    'column STORAGE, statistics target, n_distinct',
    'column',
    ['storage', 'statistics', 'options'],
    `${t} ALTER TABLE t ALTER d SET STORAGE EXTERNAL, ALTER d SET STATISTICS 50, ALTER d SET (n_distinct = 5)`,
  ],
  ['column COMPRESSION', 'column', ['compression'], `${t} ALTER TABLE t ALTER d SET COMPRESSION pglz`],
  [
    'sequence',
    'sequence',
    ['type', 'start', 'increment', 'min', 'max', 'cache', 'cycle'],
    'CREATE SEQUENCE q AS integer START 5 INCREMENT 2 MINVALUE 2 MAXVALUE 99 CACHE 3 CYCLE',
    { lost: 'the position of one that is dropped' },
  ],
  ['unlogged sequence', 'sequence', ['unlogged'], 'CREATE UNLOGGED SEQUENCE q', { since: 15 }],
  ['sequence OWNED BY a column', 'sequence-owner', ['column'], `${t} CREATE SEQUENCE q OWNED BY t.id`],
  ['primary key', 'constraint', ['type', 'columns'], 'CREATE TABLE t (n integer PRIMARY KEY)'],
  [
    'unique constraint, INCLUDE, storage parameters',
    'constraint',
    ['type', 'columns', 'include', 'options'],
    `${t} ALTER TABLE t ADD CONSTRAINT u UNIQUE (id) INCLUDE (n) WITH (fillfactor = 70)`,
  ],
  ['check', 'constraint', ['type', 'expression'], `${t} ALTER TABLE t ADD CHECK (n > 0)`],
  ['check … NO INHERIT', 'constraint', ['noInherit'], `${t} ALTER TABLE t ADD CHECK (n > 0) NO INHERIT`],
  [
    'foreign key, its actions',
    'constraint',
    ['references'],
    'CREATE TABLE t (id integer PRIMARY KEY, r integer REFERENCES t ON DELETE CASCADE)',
  ],
  [
    'deferrable constraint',
    'constraint',
    ['deferrable', 'initiallyDeferred'],
    'CREATE TABLE t (id integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)',
  ],
  ['NOT VALID', 'constraint', ['notValid'], `${t} ALTER TABLE t ADD CHECK (n > 0) NOT VALID`],
  [
    'EXCLUDE',
    'constraint',
    ['method', 'elements', 'predicate'],
    `CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)))`,
  ],
  [
    'NULLS NOT DISTINCT',
    'constraint',
    ['nullsNotDistinct'],
    `${t} ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (n)`,
    { since: 15 },
  ],
  ['NOT ENFORCED', 'constraint', ['notEnforced'], `${t} ALTER TABLE t ADD CHECK (n > 0) NOT ENFORCED`, { since: 18 }],
  [
    'WITHOUT OVERLAPS, PERIOD',
    'constraint',
    ['period'],
    `CREATE TABLE t (id int4range, r int4range, PRIMARY KEY (id, r WITHOUT OVERLAPS))`,
    { since: 18 },
  ],
  [
    'index: method, keys, opclass, collation, INCLUDE, predicate',
    'index',
    ['method', 'keys', 'include', 'predicate'],
    `${t} CREATE INDEX i ON t (d COLLATE "C" text_pattern_ops DESC, (n + 1)) INCLUDE (id) WHERE n > 0`,
  ],
  [
    'unique index, NULLS NOT DISTINCT',
    'index',
    ['unique', 'nullsNotDistinct'],
    `${t} CREATE UNIQUE INDEX i ON t (n) NULLS NOT DISTINCT`,
    { since: 15 },
  ],
  ['index storage parameters', 'index', ['options'], `${t} CREATE INDEX i ON t (n) WITH (fillfactor = 70)`],
  [
    'statistics target of an index expression',
    'index',
    ['statistics'],
    `${t} CREATE INDEX i ON t ((n + 1)); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 50`,
  ],
  ['invalid index, to be repaired', 'index', ['invalid'], `${p} ${part} CREATE INDEX i ON ONLY p (n)`],
  ['attachment of partitioned indexes', 'index', ['inherited'], `${p} ${part} CREATE INDEX i ON p (n)`],
  ['CLUSTER ON', 'cluster', ['index'], `${t} CREATE INDEX i ON t (n); ALTER TABLE t CLUSTER ON i`],
  [
    'table storage parameters, of TOAST too',
    'table',
    ['options'],
    `${t} ALTER TABLE t SET (fillfactor = 70, toast.autovacuum_enabled = false)`,
  ],
  [
    'access method of a table',
    'table',
    ['accessMethod'],
    'CREATE ACCESS METHOD m TYPE TABLE HANDLER heap_tableam_handler; CREATE TABLE t (n integer) USING m',
  ],
  ['tablespace', 'table', ['tablespace'], '', { shownBy: 'test/kinds/outside-transactions.test.ts' }],
  ['replica identity', 'replica-identity', ['by'], `${t} ALTER TABLE t REPLICA IDENTITY FULL`],
  [
    'row level security, FORCE',
    'table',
    ['rowSecurity', 'forceRowSecurity'],
    `${t} ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
  ],
  [
    'policy',
    'policy',
    ['restrictive', 'command', 'roles', 'using', 'check'],
    `${role} ${t} CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO @a USING (n > 0) WITH CHECK (n > 1)`,
  ],
  [
    'view with options',
    'view',
    ['definition', 'options'],
    `${t} CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t`,
  ],
  [
    'column of a view: default; of a materialized view: statistics',
    'view-column',
    ['default'],
    `${t} CREATE VIEW v AS SELECT id FROM t; ALTER VIEW v ALTER id SET DEFAULT 3`,
  ],
  [
    'materialized view',
    'materialized-view',
    ['definition', 'populated'],
    `${t} CREATE MATERIALIZED VIEW v AS SELECT id FROM t`,
  ],
  [
    'index of a materialized view',
    'index',
    ['on'],
    `${t} CREATE MATERIALIZED VIEW v AS SELECT id FROM t; CREATE INDEX i ON v (id)`,
  ],
  [
    'function with all its options',
    'function',
    [
      'arguments',
      'returns',
      'language',
      'body',
      'volatility',
      'strict',
      'securityDefiner',
      'leakproof',
      'parallel',
      'cost',
      'settings',
    ],
    `CREATE FUNCTION f(a integer DEFAULT 1) RETURNS integer LANGUAGE sql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 5 SET work_mem = '1MB' AS 'SELECT 1'`,
  ],
  [
    'function body in standard SQL',
    'function',
    ['standardBody'],
    'CREATE FUNCTION f() RETURNS integer LANGUAGE sql RETURN 1',
  ],
  ['procedure', 'procedure', ['body'], `CREATE PROCEDURE f() LANGUAGE plpgsql AS 'BEGIN END'`],
  [
    'aggregate',
    'aggregate',
    ['sfunc', 'stype', 'initcond'],
    `CREATE AGGREGATE g(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')`,
  ],
  [
    'trigger',
    'trigger',
    ['timing', 'events', 'columns', 'row', 'when', 'function', 'arguments'],
    `${t} ${f} CREATE TRIGGER x BEFORE UPDATE OF n ON t FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION f('a')`,
  ],
  [
    'trigger with transition tables',
    'trigger',
    ['newTable'],
    `${t} ${f} CREATE TRIGGER x AFTER INSERT ON t REFERENCING NEW TABLE AS rows EXECUTE FUNCTION f()`,
  ],
  [
    'constraint trigger',
    'trigger',
    ['constraint', 'deferrable', 'initiallyDeferred'],
    `${t} ${f} CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()`,
  ],
  [
    "a trigger's enabled state",
    'trigger',
    ['enabled'],
    `${t} ${f} CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER x`,
  ],
  [
    'rule',
    'rule',
    ['event', 'condition', 'instead', 'command'],
    `${t} CREATE RULE r AS ON DELETE TO t WHERE OLD.n > 0 DO INSTEAD NOTHING`,
  ],
  [
    "a rule's enabled state",
    'rule',
    ['enabled'],
    `${t} CREATE RULE r AS ON DELETE TO t DO NOTHING; ALTER TABLE t DISABLE RULE r`,
  ],
  [
    'event trigger',
    'event-trigger',
    ['event', 'tags', 'function', 'enabled'],
    `CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER e ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION f(); ALTER EVENT TRIGGER e DISABLE`,
  ],
  [
    'enum: values added, renamed, removed, reordered',
    'enum',
    ['labels'],
    `CREATE TYPE e AS ENUM ('a', 'b')`,
    { lost: 'a removed value has to be gone from all rows before' },
  ],
  [
    'composite type',
    'composite-type',
    ['attributes'],
    'CREATE TYPE c AS (a integer, b text)',
    { lost: 'values of an attribute that is dropped' },
  ],
  [
    'domain',
    'domain',
    ['type', 'collation', 'default', 'notNull'],
    `CREATE DOMAIN d AS text COLLATE "C" DEFAULT 'x' NOT NULL`,
  ],
  [
    'check of a domain, NOT VALID',
    'domain-constraint',
    ['expression', 'notValid'],
    'CREATE DOMAIN d AS text; ALTER DOMAIN d ADD CONSTRAINT c CHECK (length(VALUE) > 1) NOT VALID',
  ],
  [
    'range type',
    'range-type',
    ['subtype', 'subtypeDiff', 'multirange'],
    'CREATE TYPE r AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = rs)',
  ],
  [
    'extended statistics',
    'statistics',
    ['sorts', 'columns', 'expressions', 'target'],
    `${t} CREATE STATISTICS s (ndistinct) ON n, (n + 1) FROM t; ALTER STATISTICS s SET STATISTICS 50`,
  ],
  [
    'collation',
    'collation',
    ['provider', 'locale', 'nondeterministic'],
    `CREATE COLLATION c (provider = icu, locale = 'de', deterministic = false)`,
  ],
  [
    'collation with rules',
    'collation',
    ['rules'],
    `CREATE COLLATION c (provider = icu, locale = 'und', rules = '& a < b')`,
    { since: 16 },
  ],
  [
    'cast',
    'cast',
    ['function', 'context'],
    `CREATE TYPE c AS (a integer); CREATE FUNCTION f(c) RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE CAST (c AS integer) WITH FUNCTION f(c) AS ASSIGNMENT`,
  ],
  [
    'operator',
    'operator',
    ['function', 'commutator', 'restrict', 'hashes'],
    'CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq, COMMUTATOR = ===, RESTRICT = eqsel, HASHES)',
  ],
  ['operator family', 'operator-family', [], 'CREATE OPERATOR FAMILY o USING hash'],
  [
    'operator class',
    'operator-class',
    ['type', 'members'],
    'CREATE OPERATOR CLASS o FOR TYPE integer USING hash AS OPERATOR 1 = (integer, integer), FUNCTION 1 hashint4(integer)',
  ],
  [
    'text search dictionary',
    'text-search-dictionary',
    ['template', 'options'],
    'CREATE TEXT SEARCH DICTIONARY x (TEMPLATE = simple, STOPWORDS = english)',
  ],
  [
    'text search configuration',
    'text-search-configuration',
    ['parser', 'mappings'],
    'CREATE TEXT SEARCH CONFIGURATION x (COPY = simple)',
  ],
  [
    'text search parser',
    'text-search-parser',
    ['start', 'getToken', 'end', 'lexTypes'],
    'CREATE TEXT SEARCH PARSER x (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)',
  ],
  [
    'text search template',
    'text-search-template',
    ['lexize'],
    'CREATE TEXT SEARCH TEMPLATE x (LEXIZE = dsimple_lexize)',
  ],
  [
    'conversion',
    'conversion',
    ['from', 'to', 'function'],
    `CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`,
  ],
  ['language', 'language', ['handler', 'trusted'], 'CREATE TRUSTED LANGUAGE x HANDLER plpgsql_call_handler'],
  ['transform', 'transform', ['fromSql'], '', { shownBy: 'test/cases/language/with-a-transform' }],
  [
    'access method',
    'access-method',
    ['type', 'handler'],
    'CREATE ACCESS METHOD m TYPE TABLE HANDLER heap_tableam_handler',
  ],
  [
    'publication',
    'publication',
    ['allTables', 'withheld', 'viaRoot'],
    `CREATE PUBLICATION b FOR ALL TABLES WITH (publish = 'insert', publish_via_partition_root)`,
  ],
  [
    'publication of a table, its columns and rows',
    'publication-table',
    ['columns', 'where'],
    `CREATE TABLE t (id integer PRIMARY KEY, n integer); CREATE PUBLICATION b FOR TABLE t (id) WHERE (id > 1)`,
    { since: 15 },
  ],
  [
    'publication of all tables of a schema',
    'publication-schema',
    [],
    'CREATE PUBLICATION b FOR TABLES IN SCHEMA public',
    { since: 15 },
  ],
  [
    'subscription',
    'subscription',
    ['connection', 'publications', 'slot'],
    '',
    {
      shownBy: 'test/kinds/subscription.test.ts',
      lost: 'the password of its connection is never read: it comes from the environment',
    },
  ],
  [
    'foreign data wrapper',
    'foreign-data-wrapper',
    ['options'],
    `CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true')`,
    { lost: 'options that hold secrets come from the environment' },
  ],
  [
    'server',
    'server',
    ['wrapper', 'type', 'version', 'options'],
    `${wrapper} CREATE SERVER s TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h')`,
  ],
  [
    'user mapping',
    'user-mapping',
    ['options'],
    `${role} ${server} CREATE USER MAPPING FOR @a SERVER s OPTIONS ("user" 'x')`,
  ],
  [
    'foreign table',
    'table',
    ['foreign', 'foreignOptions'],
    `${server} CREATE FOREIGN TABLE t (n integer OPTIONS (column_name 'm')) SERVER s OPTIONS (table_name 'x')`,
  ],
  [
    'extension, its schema and version',
    'extension',
    ['objectSchema', 'version'],
    'CREATE EXTENSION citext',
    { lost: 'an older version is declared; few extensions can go back to it' },
  ],
  ['comment on any object, or part of one', 'comment', ['text'], `${t} COMMENT ON COLUMN t.n IS 'x'`],
  ['owner', 'owner', ['role'], `${role} ${t} ALTER TABLE t OWNER TO @a`],
  [
    'role',
    'role',
    ['login', 'createDb', 'createRole', 'noInherit', 'connectionLimit', 'validUntil', 'settings'],
    `CREATE ROLE @a LOGIN CREATEDB CREATEROLE NOINHERIT CONNECTION LIMIT 5 VALID UNTIL '2030-01-01'; ALTER ROLE @a SET work_mem = '1MB'`,
    { lost: 'passwords are never read: they come from the environment' },
  ],
  ['membership', 'membership', ['admin'], `${role} CREATE ROLE @b; GRANT @a TO @b WITH ADMIN OPTION`],
  [
    'grant',
    'grant',
    ['privileges', 'grantable'],
    `${role} ${t} GRANT SELECT ON t TO @a; GRANT INSERT ON t TO @a WITH GRANT OPTION`,
  ],
  ['revoked from its owner or from everyone', 'grant', ['revoked'], `${t} REVOKE DELETE ON t FROM CURRENT_USER`],
  ['grant on columns', 'grant', ['columns'], `${role} ${t} GRANT SELECT (n) ON t TO @a`],
  [
    'default privileges',
    'default-privilege',
    ['privileges'],
    `${role} ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO @a`,
  ],
  ['security label', 'security-label', ['label'], '', { shownBy: 'none: needs a server with a label provider' }],
]

/** @type {readonly Row[]} */
export const rows = list.map(([what, kind, attributes, sql, more = {}]) => ({ what, kind, attributes, sql, ...more }))

/** Parts of the id, facts that go with others, and declarations' own words are no differences by themselves. */
const how = (rule) =>
  rule === 'replace' ? 'made anew' : rule.possible === undefined ? 'in place' : 'in place where PostgreSQL can'

function changed(rules, attributes) {
  const ways = [...new Set(attributes.filter((name) => rules[name] !== 'ignore').map((name) => how(rules[name])))]
  return ways.length === 0 ? 'added and dropped' : ways.join('; ')
}

const table = (head, lines) =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const code = (names) => names.map((name) => `\`${name}\``).join(' ')

/** The parts of docs/coverage.md. */
export function coverage(kinds) {
  const named = new Map(kinds.all.map((kind) => [kind.name, kind]))
  const covered = rows.map(({ what, kind, attributes, since, until, lost, shownBy }) => [
    what,
    `\`${kind}\``,
    code(attributes),
    [since, until && `until ${until}`].filter(Boolean).join(' '),
    changed(named.get(kind).rules, attributes),
    [lost, shownBy && `shown by ${shownBy.startsWith('test/') ? `\`${shownBy}\`` : shownBy}`]
      .filter(Boolean)
      .join('; '),
  ])
  const all = kinds.all.map((kind) => {
    const names = Object.keys(kind.rules).filter((name) => kind.rules[name] !== 'ignore')
    return [`\`${kind.name}\``, code(names)]
  })
  return [
    'Each row is declared, read, compared, changed both ways and written by `pull`. A test makes what the row speaks of on a real\n' +
      'server, reads the attributes back, and declares them through `pull`. *Since*: the first major version that has it, or the last one (else all of\n' +
      '14 to 18). *Remarks*: what no statement can bring back, and\n' +
      'which test shows a row for which SQL in a transaction is not enough.',
    table(['object or attribute', 'kind', 'attributes', 'since', 'a change is made', 'remarks'], covered),
    '## What each kind compares',
    table(['kind', 'attributes'], all),
    '## Not compared',
    'What else a database holds, `check` and `pull` list by name as *not compared*: objects of catalogs that no kind reads, privileges,\n' +
      'settings and the comment of the database itself, privileges on parameters, large objects, triggers of foreign keys that are not\n' +
      'enabled as usual, the order of a partition’s index where it is not that of the whole, and that a check which a child has from its\n' +
      'parent is not enforced where that is.\n\n' +
      'Two differences are never proposed, since no command makes them: that a constraint that is NOT VALID on its parent is so in a child\n' +
      'in which it is valid, and that a column of a child of INHERITS is no longer declared by the child as well as by its parent. Objects of an\n' +
      'extension are left to the extension, passwords are never read, and rows are nobody’s schema.',
  ]
}
