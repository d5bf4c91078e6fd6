import { defineConfig } from 'tidemark'

// The database comes from DATABASE_URL or --url; without either, an embedded PostgreSQL is started for this project.
export default defineConfig({
  schema: 'schema',
  migrations: 'migrations',
})
