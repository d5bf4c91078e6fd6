import { foreignKey, table, unique } from 'tidemark'

export const t = table(
  't',
  (c) => ({ x: c.integer(), y: c.integer(), px: c.integer(), py: c.integer() }),
  (t) => ({
    constraints: [
      unique().on(t.x, t.y),
      foreignKey()
        .on(t.px, t.py)
        .references(() => [t.x, t.y])
        .matchFull(),
    ],
  }),
)
