import { describe, expect, test } from 'vitest'
import { scramVerifier } from '../../src/runner/scram.js'
import { redact, withSecrets } from '../../src/runner/secrets.js'
import { secret, sql } from '../../src/sql/sql.js'
import { createDatabase, roleName } from '../support/database.js'

describe('a secret', () => {
  const toText = withSecrets({ KEY: "it's", PASSWORD: 'pencil', VERIFIER: 'SCRAM-SHA-256$4096:c2FsdA==$a:b' })

  test('stands in a statement as a literal', () => {
    expect(toText(sql`SELECT ${secret('KEY')}, 1`)).toBe("SELECT 'it''s', 1")
  })

  test('that is a password stands there as its verifier, always the same in one run', () => {
    const text = toText(sql`ALTER ROLE app PASSWORD ${secret('PASSWORD')}`)
    expect(text).toMatch(/^ALTER ROLE app PASSWORD 'SCRAM-SHA-256\$4096:[\w+/=]+\$[\w+/=]+:[\w+/=]+'$/)
    expect(toText(sql`ALTER ROLE app PASSWORD ${secret('PASSWORD')}`)).toBe(text)
  })

  test('that is a verifier already stays as it is', () => {
    expect(toText(sql`ALTER ROLE app PASSWORD ${secret('VERIFIER')}`)).toContain("'SCRAM-SHA-256$4096:c2FsdA==$a:b'")
  })

  test('is taken out of what the server says', () => {
    expect(redact("invalid input: it's", [sql`SELECT ${secret('KEY')}`], { KEY: "it's" })).toBe('invalid input: ***')
  })
})

describe('a verifier', () => {
  test('is that of RFC 7677', () => {
    expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })

  test.each(['plain', 'Ünïcödé', 'ﬁ\u00a0ﬂ', 'a\u00adb', "quote ' and \\", '密码'])(
    'of %j is what PostgreSQL itself would make',
    async (password) => {
      const { sql: db } = await createDatabase()
      const role = roleName('scram')
      await db.unsafe(`DROP ROLE IF EXISTS ${role}; CREATE ROLE ${role} PASSWORD '${password.replaceAll("'", "''")}'`)
      const [row] = await db<
        { verifier: string }[]
      >`SELECT rolpassword AS verifier FROM pg_authid WHERE rolname = ${role}`
      const salt = /:([^$]+)\$/.exec(row!.verifier)![1]!
      expect(scramVerifier(password, Buffer.from(salt, 'base64'))).toBe(row!.verifier)
    },
  )
})
