import { everyone, fn, grant, revoke, role, schema, sequence, sql, table, theOwner } from 'tidemark'

export const reader = role('case_reader')
export const writer = role('case_writer')
export const gone = role('case_gone')

export const t = table(
  't',
  (c) => ({ id: c.integer(), note: c.text(), 'odd name': c.text().with(grant(reader).to('update')) }),
  (column) => ({
    grants: [
      grant(writer).to('select'),
      grant(writer).onColumns(column.note, column.id).to('update'),
      grant(reader).to('select'),
      revoke(theOwner).from('truncate'),
    ],
  }),
)

export const s = sequence('s').with(grant(writer).to('all').withGrantOption())

export const app = schema('app').with(grant(everyone).to('usage'), grant(writer).to('all'))

export const f = fn('f', { returns: 'integer', language: 'sql', body: sql`SELECT 1` }).with(
  revoke(everyone).from('execute'),
)
export const execution = grant(reader, writer).on(f).to('execute')
