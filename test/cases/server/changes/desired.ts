import { everyone, foreignDataWrapper, grant, role, secret, server, table, userMapping } from 'tidemark'

export const reader = role('case_reader')
export const wrapper = foreignDataWrapper('far_wrapper', { options: { b: 2, api_key: secret('FAR_KEY') } })
export const far = server('far', {
  wrapper,
  type: 't',
  version: '2',
  options: { host: 'b', dbname: "it's", password: secret('FAR_PASSWORD') },
  mappings: [
    userMapping(everyone, { user: 'z' }),
    userMapping(reader, { user: 'y', password: secret('READER_PASSWORD') }),
  ],
}).with(grant(reader).to('usage'))
export const ft = table(
  'ft',
  (c) => ({
    id: c.bigint().foreignOptions({ column_name: 'Id' }),
    qty: c.integer(),
    note: c.text(),
    fresh: c.integer().default(0).notNull(),
  }),
  () => ({
    foreign: { server: far, options: { table_name: 'b', updatable: false } },
    grants: [grant(reader).to('select')],
  }),
)
