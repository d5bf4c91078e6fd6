import { migration, step, sql } from 'tidemark'

export default migration(
  {
    revision: '{revision}',
    parents: ['{parents}'],
    message: '{message}',
    labels: ['{labels}'],
    dependsOn: ['{dependsOn}'],
  },
  [
    // Outside a transaction, so that nobody has to wait for it. It needs a name: a run that is killed finds it by that.
    step.alone({
      up: sql`CREATE INDEX CONCURRENTLY the_name ON the_table (the_column)`,
      down: sql`DROP INDEX CONCURRENTLY the_name`,
    }),
  ],
)
