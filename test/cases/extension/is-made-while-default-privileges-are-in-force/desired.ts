import { defaultPrivileges, extension, grant, role } from 'tidemark'

export const reader = role('case_reader')
export const everywhere = defaultPrivileges().grant(reader).on('functions').to('execute')

export const trigrams = extension('pg_trgm', { version: '1.6' })
export const plain = extension('unaccent', { version: '1.1' }).with(
  grant(reader).onPart('function public.unaccent(pg_catalog.text)').to('execute'),
)
