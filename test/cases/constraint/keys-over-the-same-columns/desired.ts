import { exclude, table, unique } from 'tidemark'

export const halls = table(
  'halls',
  (c) => ({
    id: c.integer().primaryKey(),
    name: c.text(),
    during: c.int4range(),
  }),
  (t) => ({
    constraints: [
      unique('halls_a').on(t.id),
      unique('halls_name').on(t.name),
      unique('halls_name1').on(t.name),
      unique('halls_name2').on(t.name).nullsNotDistinct(),
      exclude('empty').using('gist').with([t.during, '&&']),
      exclude('empty_too').using('gist').with([t.during, '&&']),
    ],
  }),
)
