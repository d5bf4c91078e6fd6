import { migration, step, sql } from 'tidemark'

// Time partitions: the policies that schemas declare.
export default migration(
  {
    revision: '000000000002',
    parents: ['000000000001'],
    message: 'partition policies',
  },
  [
    step({
      up: [
        sql`
        CREATE TABLE IF NOT EXISTS tidemark.partition_policy (
          schema_name text NOT NULL,
          table_name text NOT NULL,
          column_name text NOT NULL,
          every text NOT NULL CHECK (every IN ('1 hour', '1 day', '1 week', '1 month', '1 year')),
          premake integer NOT NULL CHECK (premake BETWEEN 0 AND 1000),
          retain text,
          expired text NOT NULL CHECK (expired IN ('detach', 'drop')),
          PRIMARY KEY (schema_name, table_name)
        )
        `,
        sql`COMMENT ON TABLE tidemark.partition_policy IS 'How the time partitions of each table are made and let go'`,
      ],
      down: sql`DROP TABLE tidemark.partition_policy`,
    }),
  ],
)
