import type postgres from 'postgres'

/** A connection pool to one database, with what is known of its server. */
export interface Database {
  readonly sql: postgres.Sql
  readonly server: Server
  /** The role of a new session. */
  readonly user: string
  /** For people: `app@localhost:5432/shop`, never a password. */
  readonly name: string
  /** No pooler stands between, which might give each transaction to another session of the server. */
  readonly direct?: boolean
  /** See `rereading` in catalog/view.ts. */
  readonly recurs?: boolean
  close(): Promise<void>
}

/** What a server can do; kinds ask for capabilities here, never for a version in passing. */
export interface Server {
  /** server_version_num, such as 180004. */
  readonly version: number
  /** 14 to 18. */
  readonly major: number
  /** True where the database has a table of partition policies; known once its catalog is read. */
  readonly policies?: boolean
  /** True where nearly all relations belong to policies; known once its catalog is read. */
  readonly mostlyOwned?: boolean
}
