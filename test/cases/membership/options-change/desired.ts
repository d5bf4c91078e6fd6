import { role } from 'tidemark'

export const group = role('case_group')
export const other = role('case_other')
export const member = role('case_member', { memberOf: [{ role: group, inherit: false, set: false }] })
export const admin = role('case_admin', { memberOf: [{ role: group, admin: true }] })
