import { comment, role, secret, table } from 'tidemark'

export const kept = table('kept', (c) => ({ id: c.integer() }))

export const reader = role('case_reader').with(comment('Reads, and nothing else'))

export const writer = role('case_Writer "2"', {
  login: true,
  createDb: true,
  inherit: false,
  connectionLimit: 5,
  validUntil: '2031-05-06T07:08:09+02:00',
  password: secret('CASE_WRITER_PASSWORD'),
  memberOf: [reader, { role: 'pg_monitor', admin: true }],
  settings: { search_path: ['$user', 'public'], statement_timeout: '3s', log_statement: 'none' },
  databaseSettings: { work_mem: '8MB' },
})
