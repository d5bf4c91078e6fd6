import { defaultOwner, enumType, fn, owner, role, schema, sql, table } from 'tidemark'

export const first = role('case_first')
export const second = role('case_second')
export const ownership = defaultOwner(second)

export const app = schema('app').with(owner(first))
export const t = table(app('t'), (c) => ({ id: c.serial().primaryKey() }))
export const added = table(app('added'), (c) => ({ id: c.integer() }))
export const mood = enumType(app('mood'), ['sad', 'ok'])
export const f = fn(app('f'), { args: [mood], returns: 'integer', language: 'sql', body: sql`SELECT 1` })
