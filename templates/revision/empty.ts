import { migration, step, sql } from 'tidemark'

export default migration(
  {
    revision: '{revision}',
    parents: ['{parents}'],
    message: '{message}',
    labels: ['{labels}'],
    dependsOn: ['{dependsOn}'],
  },
  [step({ up: sql`-- what to do`, down: sql`-- what undoes it` })],
)
