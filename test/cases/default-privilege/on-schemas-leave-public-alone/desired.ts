import { defaultPrivileges, role } from 'tidemark'

export const anon = role('case_anon')
export const service = role('case_service')
export const defaults = defaultPrivileges().grant(anon, service).on('schemas').to('all')
