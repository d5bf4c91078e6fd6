import { index, table } from 'tidemark'

export const t = table(
  't',
  (c) => ({ name: c.char(5), code: c.varchar(5) }),
  (t) => ({
    indexes: [index('t_name_idx').on(t.name.collation('"C"')), index('t_code_idx').on(t.code.collation('"POSIX"'))],
  }),
)
