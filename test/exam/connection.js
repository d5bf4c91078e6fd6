import postgres from 'postgres'

/** Opens one connection, hands it to `work`, and closes it whatever happens. */
export async function withConnection(url, work) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false, prepare: false, connect_timeout: 20 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The URL of another database on the same server. */
export function databaseUrl(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

export const identifier = (name) => `"${name.replaceAll('"', '""')}"`
