import { defaultPrivileges, role, schema, theOwner } from 'tidemark'

export const owner = role('case_owner')
export const reader = role('case_reader')
export const app = schema('app')

export const inApp = defaultPrivileges({ for: owner, in: app })
  .grant(reader).on('tables').to('insert')
  .grant(reader).on('tables').to('select').withGrantOption()
export const everywhere = defaultPrivileges({ for: owner }).revoke(theOwner).on('tables').from('all').grant(reader).on('tables').to('all')
