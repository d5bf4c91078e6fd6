import { migration, step, sql } from 'tidemark'

export default migration(
  {
    revision: '{revision}',
    parents: ['{parents}'],
    message: '{message}',
  },
  [step({ up: sql`-- what to do`, down: sql`-- what undoes it` })],
)
