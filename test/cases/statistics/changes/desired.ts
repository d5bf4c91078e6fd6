import { comment, sql, statistics, table } from 'tidemark'

export const places = table(
  'places',
  (c) => ({ city: c.text(), zip: c.varchar(10), size: c.integer() }),
  (t) => ({
    parts: [
      statistics('place').on(t.city, t.zip).target(200).with(comment('One goes with the other')),
      statistics('sizes')
        .on(t.city, t.size, sql`upper(zip)`)
        .of('ndistinct', 'mcv'),
      statistics('twice').on(sql`size * 2`),
    ],
  }),
)
