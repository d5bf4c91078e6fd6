import { migration, step, sql } from 'tidemark'

// What the holder of the lock is going to run, so that whoever waits for it sees where it is.
export default migration(
  {
    revision: '000000000011',
    parents: ['000000000010'],
    message: 'holder revisions',
  },
  [
    step({
      up: sql`ALTER TABLE tidemark.lock ADD COLUMN IF NOT EXISTS revisions text[] NOT NULL DEFAULT '{}'`,
      down: sql`ALTER TABLE tidemark.lock DROP COLUMN revisions`,
    }),
  ],
)
