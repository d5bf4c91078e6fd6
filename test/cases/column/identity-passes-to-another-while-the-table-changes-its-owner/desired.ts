import { owner, role, sql, table } from 'tidemark'

export const caseOwner = role('case_owner')
export const caseOther = role('case_other')
export const t = table(
  't',
  (c) => ({
    id: c.bigint().identity().primaryKey(),
    stamp: c.bigint().generatedAs(sql`id + 1`),
  }),
  () => ({ parts: [owner(caseOther)] }),
)
