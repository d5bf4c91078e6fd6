import { specimen } from 'tidemark'

export const changes = specimen('changes', {
  from: 'LATIN1',
  to: 'UTF8',
  function: 'pg_catalog.iso8859_1_to_utf8',
  default: true,
})
export const comes = specimen('comes', { from: 'LATIN3', to: 'UTF8', function: 'pg_catalog.iso8859_to_utf8' })
