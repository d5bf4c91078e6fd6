import { comment, role } from 'tidemark'

export const app = role('case_app', {
  bypassRls: true,
  replication: true,
  validUntil: '2032-02-02',
  settings: { lock_timeout: '1s', search_path: ['app'] },
}).with(comment('after'))
