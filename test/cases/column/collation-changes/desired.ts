import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ name: c.text().collate('C') }),
  (t) => ({
    indexes: [index('t_name_idx').on(t.name)],
  }),
)
