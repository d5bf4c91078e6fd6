/** Words of a connection string that tell nobody anything he could use. */
const harmless = new Set(
  `host hostaddr port dbname user application_name fallback_application_name connect_timeout sslmode sslcompression sslrootcert
  sslcrl target_session_attrs options keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout
  gssencmode channel_binding load_balance_hosts client_encoding`.split(/\s+/),
)

/** True for a connection string of keywords and values none of which can be a secret; never for an URL. */
export function isHarmless(connection: string): boolean {
  const pattern = /\s*([a-z_]+)\s*=\s*(?:'(?:[^'\\]|\\.)*'|(?:[^'\s\\]|\\.)*)\s*/y
  while (pattern.lastIndex < connection.length) {
    const found = pattern.exec(connection)
    if (found === null || !harmless.has(found[1]!)) return false
  }
  return true
}
