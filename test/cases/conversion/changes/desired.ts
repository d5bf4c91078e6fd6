import { comment, conversion } from 'tidemark'

export const mine = conversion('mine', { from: 'LATIN1', to: 'UTF8', function: 'iso8859_1_to_utf8' }).with(
  comment('mine'),
)
