import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/**
 * A SCRAM-SHA-256 verifier (RFC 5803) of a password, as PostgreSQL keeps it: given to `PASSWORD`, it spares the server,
 * its log and pg_stat_statements the password itself.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(prepared(password), salt, iterations, 32, 'sha256')
  const sign = (text: string): Buffer => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${sign('Server Key').toString('base64')}`
}

/** SASLprep (RFC 4013) as PostgreSQL does it: a password with characters that it prohibits is used as it is. */
function prepared(password: string): string {
  if (/^[\x20-\x7e]*$/.test(password)) return password
  const mapped = password
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g, ' ')
    .replace(/\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/g, '')
    .normalize('NFKC')
  return mapped === '' || /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u2028\u2029\ufff9-\ufffd]/u.test(mapped) ? password : mapped
}
