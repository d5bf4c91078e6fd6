import { describe, expect, test } from 'vitest'
import { databaseName, parseUrl, redactUrl, stripUrlPasswords, withDatabase } from '../../src/database/url.js'
import { messageFrom } from '../support/message.js'

test('a full connection string', () => {
  expect(parseUrl('postgresql://app:p%40ss@db.example.com:6432/shop?sslmode=require')).toEqual({
    user: 'app',
    password: 'p@ss',
    host: 'db.example.com',
    port: 6432,
    database: 'shop',
    parameters: { sslmode: 'require' },
  })
})

test('an @ in the password may stay as it is', () => {
  expect(parseUrl('postgres://app:p@ss@localhost/shop')).toMatchObject({
    user: 'app',
    password: 'p@ss',
    host: 'localhost',
  })
})

test('what people call a database', () => {
  expect(databaseName('postgres://app:s3cret@localhost/shop')).toBe('app@localhost:5432/shop')
  expect(databaseName('postgres://app:s3cret@[::1]:6000/shop')).toBe('app@[::1]:6000/shop')
  expect(databaseName('postgres://app@/shop?host=/run/postgresql')).toBe('app@/run/postgresql:5432/shop')
})

test('the same server, another database', () => {
  expect(withDatabase('postgres://a:b@h:1/x?sslmode=disable', 'my db')).toBe(
    'postgres://a:b@h:1/my%20db?sslmode=disable',
  )
  expect(withDatabase('postgres://a:b@h', 'x')).toBe('postgres://a:b@h/x')
})

describe('a malformed connection string is never shown, since any part may be the password', () => {
  test.each([
    ['localhost:5432/s3cret', 'it does not begin with postgres:// or postgresql://'],
    ['host=localhost password=s3cret', 'it does not begin with postgres:// or postgresql://'],
    ['postgres://app:s3#cret@localhost/shop', 'it holds a #, which inside a password is written %23'],
    [
      'postgres://app:12/s3cret@localhost/shop',
      'it holds an @ after a / or ?; inside a password these are written %40 %2F %3F',
    ],
    [
      'postgres://app:12?s3cret@localhost/shop',
      'it holds an @ after a / or ?; inside a password these are written %40 %2F %3F',
    ],
    [
      'postgres://app:s3cret%@localhost/shop',
      'it holds a % that begins no percent-encoding; a % itself is written %25',
    ],
    ['postgres://app:s3cret', 'what follows the host is not a port number'],
    ['postgres://app:s3cret@localhost:123456/shop', 'its port is not a number from 1 to 65535'],
    ['postgres://app:s3cret@one,two/shop', 'it names several hosts; name the one to write to'],
  ])('%s', async (url, why) => {
    expect(await messageFrom(() => parseUrl(url))).toBe(`\
error TM010 malformed-url
  what: the connection string cannot be read
  why:  ${why}
  fix:  write it as postgres://user:password@host:5432/database, with @ : / # ? % in a password percent-encoded`)
    expect(redactUrl(url)).toBe('postgres://…')
  })
})

test('a text with connection strings in it', () => {
  expect(stripUrlPasswords('at postgres://app:s3cret@localhost/shop, or "postgres://localhost/shop"')).toBe(
    'at postgres://…, or "postgres://localhost/shop"',
  )
})
