import { migration, step, sql } from 'tidemark'

// How far a backfill is, committed with each of its batches; the row goes with the end of its step.
export default migration(
  {
    revision: '000000000010',
    parents: ['000000000003'],
    message: 'backfills',
  },
  [
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.backfill (
          revision text PRIMARY KEY,
          step integer NOT NULL,
          statement integer NOT NULL,
          done_to jsonb NOT NULL,
          inclusive boolean NOT NULL,
          rows_changed bigint NOT NULL,
          changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        `,
        sql`COMMENT ON TABLE tidemark.backfill IS 'Backfills that are under way, with the key up to which rows are in their new state: up goes on from it, down goes back from it'`,
      ],
      down: sql`DROP TABLE tidemark.backfill`,
    }),
  ],
)
