import { comment, policy, role, sql, table } from 'tidemark'

export const reader = role('case_reader')
export const writer = role('case_writer')
export const t = table(
  't',
  (c) => ({ id: c.integer(), tenant: c.varchar(30) }),
  () => ({
    rowSecurity: 'force',
    policies: [
      policy('reading')
        .for('select')
        .to(reader, writer)
        .using(sql`tenant::text = current_user`),
      policy('writing').using(sql`id > 1`),
      policy('narrow')
        .using(sql`id > 0`)
        .with(comment('narrows')),
      policy('inserting')
        .for('insert')
        .withCheck(sql`tenant IS NOT NULL`),
    ],
  }),
)
