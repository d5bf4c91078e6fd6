import { inherited, table } from 'tidemark'

export const numbered = table('numbered', (c) => ({ id: c.integer() }))
export const sized = table('sized', (c) => ({ id: c.integer(), size: c.integer() }))
export const both = table(
  'both_of_them',
  () => ({ ...inherited(numbered), ...inherited(sized) }),
  () => ({
    inherits: [numbered, sized],
  }),
)
