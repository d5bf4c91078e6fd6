import { collation, index, sql, table, view } from 'tidemark'

export const anyCase = collation('any_case', { provider: 'icu', locale: 'und-u-ks-level1', deterministic: false })

export const users = table(
  'users',
  (c) => ({ email: c.text().collate(anyCase).unique(), name: c.text() }),
  (t) => ({ indexes: [index('users_name_idx').on(t.name.collation(anyCase))] }),
)

export const names = view('names', sql`SELECT name COLLATE any_case AS name FROM users`)
