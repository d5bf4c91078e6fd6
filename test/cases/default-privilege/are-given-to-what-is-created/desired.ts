import { defaultPrivileges, everyone, fn, grant, revoke, role, schema, sql, table } from 'tidemark'

export const reader = role('case_reader')
export const writer = role('case_writer')
export const app = schema('app')

export const inApp = defaultPrivileges({ in: app })
  .grant(reader)
  .on('tables')
  .to('select')
  .grant(writer)
  .on('tables')
  .to('all')
  .grant(writer)
  .on('sequences')
  .to('usage')
export const everywhere = defaultPrivileges().revoke(everyone).on('functions').from('execute')

export const usual = table(app('usual'), (c) => ({ id: c.integer() }))
export const guarded = table(
  app('guarded'),
  (c) => ({ id: c.integer().identityAlways() }),
  () => ({ grants: [revoke(reader).from('select'), revoke(writer).from('insert', 'update', 'delete', 'truncate')] }),
)
export const hidden = fn(app('hidden'), { returns: 'integer', language: 'sql', body: sql`SELECT 1` })
export const open = fn(app('open'), { returns: 'integer', language: 'sql', body: sql`SELECT 1` }).with(
  grant(everyone).to('execute'),
)
