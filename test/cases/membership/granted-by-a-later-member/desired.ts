import { role } from 'tidemark'

export const group = role('case_group')
export const c = role('case_c', { memberOf: [group] })
export const b = role('case_b', { memberOf: [c] })
