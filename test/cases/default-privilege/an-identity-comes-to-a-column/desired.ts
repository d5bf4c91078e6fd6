import { defaultPrivileges, grant, role, table } from 'tidemark'

export const writer = role('case_writer')
export const reader = role('case_reader')
export const sequences = defaultPrivileges().grant(reader).on('sequences').to('select')

export const users = table('users', (c) => ({
  id: c.integer().identity().with(grant(reader).onPart('sequence public.users_id_seq').to('update')),
}))
