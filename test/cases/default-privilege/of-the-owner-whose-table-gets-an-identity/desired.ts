import { defaultPrivileges, owner, role, table } from 'tidemark'

export const reader = role('case_reader')
export const writer = role('case_writer')
export const given = defaultPrivileges().grant(reader).on('sequences').to('usage')
export const ofWriter = defaultPrivileges({ for: writer }).grant(reader).on('sequences').to('select')
export const t = table(
  't',
  (c) => ({ id: c.bigint().identity() }),
  () => ({ parts: [owner(reader)] }),
)
export const u = table(
  'u',
  (c) => ({ id: c.bigint().identity() }),
  () => ({ parts: [owner(writer)] }),
)
