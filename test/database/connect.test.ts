import { expect, test } from 'vitest'
import { connect } from '../../src/database/connect.js'
import { parseUrl } from '../../src/database/url.js'
import { createDatabase, roleName, serverUrl } from '../support/database.js'
import { testedMajor } from '../support/embedded.js'
import { fakeServer, ofVersion, refusing } from '../support/fake-server.js'
import { messageFrom } from '../support/message.js'
import { pgbouncer, throughPgbouncer } from '../support/pgbouncer.js'

const { port } = parseUrl(serverUrl())

/** The message of a failing connection, with the port, which differs from run to run, as PORT. */
async function failure(url: string, options = {}): Promise<string> {
  const text = await messageFrom(connect(url, options))
  expect(text).not.toContain('s3cret')
  return text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
}

test('a connection knows its server and its name', async () => {
  const { url, name } = await createDatabase()
  const database = await connect(url)
  expect(database.server.major).toBe(testedMajor)
  expect(Math.floor(database.server.version / 10_000)).toBe(testedMajor)
  expect(database.name).toBe(`postgres@127.0.0.1:${port}/${name}`)
  const [row] = await database.sql`SELECT current_setting('application_name') AS application`
  expect(row).toEqual({ application: 'tidemark' })
  expect(database.direct).toBe(true)
  await database.close()
})

test.skipIf(pgbouncer === undefined)('a pooler is noticed', async () => {
  const { url } = await createDatabase()
  const database = await connect(await throughPgbouncer(url))
  expect(database.direct).toBe(false)
  await database.close()
})

test('nothing listens', async () => {
  expect(await failure('postgres://app:s3cret@127.0.0.1:1/shop')).toBe(`\
error TM011 server-unreachable
  what: the server 127.0.0.1:PORT cannot be reached
  why:  the connection is refused: nothing listens there
  fix:  start the server, or correct host and port in --url or DATABASE_URL`)
})

test('no such socket', async () => {
  expect(await failure('postgres://app:s3cret@%2Fno-such-folder/shop')).toBe(`\
error TM011 server-unreachable
  what: the server /no-such-folder:5432 cannot be reached
  why:  there is no socket /no-such-folder/.s.PGSQL.5432
  fix:  start the server, or correct the socket folder and port in --url or DATABASE_URL`)
})

test('the name does not resolve', async () => {
  expect(await failure('postgres://app:s3cret@db.invalid/shop?sslmode=disable')).toBe(`\
error TM011 server-unreachable
  what: the server db.invalid:5432 cannot be reached
  why:  the name db.invalid does not resolve
  fix:  correct the host in --url or DATABASE_URL, or check the network`)
})

test('no answer in time', async () => {
  const silent = await fakeServer(() => {})
  expect(await failure(`postgres://app:s3cret@127.0.0.1:${silent}/shop`, { timeout: 0.2 })).toBe(`\
error TM011 server-unreachable
  what: the server 127.0.0.1:PORT cannot be reached
  why:  it did not answer in time
  fix:  check that the server runs and that no firewall is in between; connect_timeout in the URL sets the seconds to wait`)
})

test('something that is not PostgreSQL', async () => {
  const other = await fakeServer((socket) => socket.once('data', () => socket.end()))
  expect(await failure(`postgres://app:s3cret@127.0.0.1:${other}/shop`)).toBe(`\
error TM011 server-unreachable
  what: the server 127.0.0.1:PORT cannot be reached
  why:  something answered and then closed the connection: it may not be PostgreSQL, or it asks for TLS
  fix:  check host and port, or add ?sslmode=require to the URL`)
})

test('a wrong password', async () => {
  expect(await failure(`postgres://postgres:s3cret@127.0.0.1:${port}/postgres`)).toBe(`\
error TM012 login-refused
  what: the server 127.0.0.1:PORT refuses the login of postgres
  why:  the password is wrong, or the role does not exist
  fix:  correct user and password in --url or DATABASE_URL; @ : / # ? % in a password are percent-encoded`)
})

test('no password', async () => {
  expect(await failure(`postgres://postgres@127.0.0.1:${port}/postgres`)).toBe(`\
error TM012 login-refused
  what: the server 127.0.0.1:PORT refuses the login of postgres
  why:  it asks for a password, and none is given
  fix:  correct user and password in --url or DATABASE_URL; @ : / # ? % in a password are percent-encoded`)
})

test('a role that may not log in', async () => {
  const { sql } = await createDatabase()
  const role = roleName('group')
  await sql.unsafe(`CREATE ROLE ${role} PASSWORD 's3cret'`)
  expect((await failure(`postgres://${role}:s3cret@127.0.0.1:${port}/postgres`)).replaceAll(role, 'group')).toBe(`\
error TM012 login-refused
  what: the server 127.0.0.1:PORT refuses the login of group
  why:  role "group" is not permitted to log in
  fix:  correct the user in --url or DATABASE_URL, or let the role in: LOGIN on the role, and a line in pg_hba.conf`)
})

test('a role that may not connect', async () => {
  const { sql, name } = await createDatabase()
  const role = roleName('guest')
  await sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD 's3cret'; REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`)
  const text = await failure(`postgres://${role}:s3cret@127.0.0.1:${port}/${name}`)
  expect(text.replaceAll(role, 'guest').replaceAll(name, 'shop')).toBe(`\
error TM012 login-refused
  what: the server 127.0.0.1:PORT refuses the login of guest
  why:  permission denied for database "shop"
  fix:  grant it: GRANT CONNECT ON DATABASE shop TO guest`)
})

test('no such database', async () => {
  expect(await failure(serverUrl().replace(/postgres$/, 'No%20shop'))).toBe(`\
error TM013 no-such-database
  what: the server 127.0.0.1:PORT has no database No shop
  fix:  create it: CREATE DATABASE "No shop"
        or correct the name in --url or DATABASE_URL`)
})

test('no connection left', async () => {
  const { sql } = await createDatabase()
  const role = roleName('busy')
  await sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD 's3cret' CONNECTION LIMIT 0`)
  expect((await failure(`postgres://${role}:s3cret@127.0.0.1:${port}/postgres`)).replaceAll(role, 'busy')).toBe(`\
error TM015 too-many-connections
  what: the server 127.0.0.1:PORT has no connection left
  why:  too many connections for role "busy"
  fix:  wait for others to disconnect, or raise max_connections (of the server, the database or the role)`)
})

test('the server is starting up', async () => {
  const starting = await fakeServer(refusing('57P03', 'the database system is starting up'))
  expect(await failure(`postgres://app:s3cret@127.0.0.1:${starting}/shop`)).toBe(`\
error TM018 server-not-ready
  what: the server 127.0.0.1:PORT is not ready
  why:  the database system is starting up
  fix:  wait a moment and run the command again`)
})

test('no TLS on the server', async () => {
  expect(await failure(`postgres://postgres:s3cret@127.0.0.1:${port}/postgres?sslmode=require`)).toBe(`\
error TM016 tls
  what: no encrypted connection to the server 127.0.0.1:PORT
  why:  the server has no TLS, and sslmode=require asks for it
  fix:  trust its certificate: add ?sslrootcert=FILE to the URL
        or say how much to check with ?sslmode=disable, prefer, require, verify-ca or verify-full`)
})

test('an unknown sslmode', async () => {
  expect(await failure('postgres://app:s3cret@127.0.0.1/shop?sslmode=full')).toBe(`\
error TM016 tls
  what: sslmode full of the connection string is not known
  fix:  use one of disable, prefer, require, verify-ca, verify-full`)
})

test('a server that is too old', async () => {
  const old = await fakeServer(ofVersion(130_014))
  expect(await failure(`postgres://app:s3cret@127.0.0.1:${old}/shop`)).toBe(`\
error TM014 server-too-old
  what: the server at 127.0.0.1:PORT runs PostgreSQL 13.14
  why:  Tidemark needs PostgreSQL 14 or later
  fix:  upgrade the server, or name another one with --url`)
})

test('a server that is newer than we are', async () => {
  const notes: string[] = []
  const database = await connect(`postgres://app:s3cret@127.0.0.1:${await fakeServer(ofVersion(190_001))}/shop`, {
    note: (text) => notes.push(text),
  })
  expect(database.server).toEqual({ version: 190_001, major: 19 })
  expect(notes).toEqual([
    'The server runs PostgreSQL 19.1; this Tidemark knows up to 18. What later versions added is not compared.',
  ])
  await database.close()
})
