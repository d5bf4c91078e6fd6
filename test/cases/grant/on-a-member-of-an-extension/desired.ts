import { extension, grant, role } from 'tidemark'

export const reader = role('case_reader')
export const statements = extension('pg_stat_statements', { version: '1.12' }).with(
  grant(reader).onPart('function public.pg_stat_statements(boolean)').to('all').withGrantOption(),
  grant(reader).onPart('view public.pg_stat_statements').to('select', 'delete'),
)
