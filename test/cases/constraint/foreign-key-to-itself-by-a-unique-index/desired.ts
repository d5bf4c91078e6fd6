import { foreignKey, index, table } from 'tidemark'

export const places = table(
  'places',
  (c) => ({ code: c.text(), region: c.text() }),
  (t) => ({
    constraints: [
      foreignKey('places_region')
        .on(t.region)
        .references(() => [t.code]),
    ],
    indexes: [index('places_code').on(t.code).unique()],
  }),
)
