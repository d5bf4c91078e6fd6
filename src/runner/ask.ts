import type { Database } from '../database/database.js'
import type { Ask } from './backends.js'

/** Questions to any connection of a database's pool. */
export const asking =
  ({ sql }: Database): Ask =>
  async <Row extends object>(text: string) =>
    (await sql.unsafe(text)) as unknown as readonly Row[]
