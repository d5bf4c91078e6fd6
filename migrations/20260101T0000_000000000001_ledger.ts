import { migration, step, sql } from 'tidemark'

// The revisions of the ledger itself. The next one has this one as its parent; it may be run by two processes in turn,
// so it says IF NOT EXISTS, and it may grow the ledger but never change what older versions of Tidemark write.
export default migration(
  {
    revision: '000000000001',
    parents: [],
    message: 'ledger',
  },
  [
    step({
      up: sql`CREATE SCHEMA IF NOT EXISTS tidemark`,
      down: sql`DROP SCHEMA tidemark`,
    }),
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.ledger (
          revision text PRIMARY KEY,
          applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
          tool_version text NOT NULL
        )
        `,
        sql`COMMENT ON TABLE tidemark.ledger IS 'Revisions of these tables themselves'`,
      ],
      down: sql`DROP TABLE tidemark.ledger`,
    }),
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.revision (
          revision text PRIMARY KEY,
          parents text[] NOT NULL,
          message text NOT NULL,
          checksum text NOT NULL,
          steps integer NOT NULL,
          steps_done integer NOT NULL,
          statements_done integer NOT NULL DEFAULT 0,
          underway boolean NOT NULL DEFAULT false,
          heading text NOT NULL CHECK (heading IN ('up', 'down')),
          way_back jsonb NOT NULL,
          who text NOT NULL,
          role text NOT NULL DEFAULT session_user,
          host text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
          duration_ms double precision NOT NULL DEFAULT 0,
          tool_version text NOT NULL,
          git_commit text,
          CHECK (steps_done BETWEEN 0 AND steps)
        )
        `,
        sql`COMMENT ON TABLE tidemark.revision IS 'Revisions that this database holds, with their way back; secrets stand by name'`,
        sql`COMMENT ON COLUMN tidemark.revision.steps_done IS 'Steps in effect; fewer than steps where a run was interrupted'`,
        sql`COMMENT ON COLUMN tidemark.revision.underway IS 'A statement outside a transaction was begun and may be done'`,
      ],
      down: sql`DROP TABLE tidemark.revision`,
    }),
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.event (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          at timestamptz NOT NULL DEFAULT clock_timestamp(),
          action text NOT NULL,
          revision text,
          who text NOT NULL,
          role text NOT NULL DEFAULT session_user,
          host text NOT NULL,
          pid integer NOT NULL,
          detail jsonb NOT NULL DEFAULT '{}'
        )
        `,
        sql`COMMENT ON TABLE tidemark.event IS 'What was done to this database, and by whom; rows are only ever added'`,
      ],
      down: sql`DROP TABLE tidemark.event`,
    }),
    step({
      up: [
        sql`
        CREATE OR REPLACE FUNCTION tidemark.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'tidemark.event is append-only' USING ERRCODE = 'restrict_violation';
        END
        $$
        `,
        sql`
        CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tidemark.event
          FOR EACH STATEMENT EXECUTE FUNCTION tidemark.refuse_change()
        `,
      ],
      down: [sql`DROP TRIGGER append_only ON tidemark.event`, sql`DROP FUNCTION tidemark.refuse_change()`],
    }),
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.lock (
          singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
          backend integer NOT NULL,
          who text NOT NULL,
          role text NOT NULL DEFAULT session_user,
          host text NOT NULL,
          pid integer NOT NULL,
          doing text NOT NULL,
          since timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        `,
        sql`COMMENT ON TABLE tidemark.lock IS 'Who runs at the moment; the lock itself is an advisory lock of the session "backend"'`,
      ],
      down: sql`DROP TABLE tidemark.lock`,
    }),
  ],
)
