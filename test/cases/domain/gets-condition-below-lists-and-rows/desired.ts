import { check, compositeType, domain, index, sql, table, view } from 'tidemark'

export const email = domain('email', (c) => c.text(), {
  checks: [check('email_check', sql`VALUE <> ''`), check('email_at', sql`VALUE ~ '@'`)],
})
export const plain = domain('plain', (c) => c.integer().notNull())
export const loose = domain('loose', (c) => c.integer(), { checks: [check('loose_check', sql`VALUE < 100`)] })
export const wider = domain('wider', (c) => c.integer())
export const innerOne = domain('inner_one', (c) => c.text())
export const outerList = domain('outer_list', (c) => c.type(innerOne).array())
export const contact = compositeType('contact', (c) => ({ mail: c.type(email), n: c.type(plain) }))
export const t = table(
  't',
  (c) => ({
    id: c.integer().primaryKey(),
    mails: c
      .type(email)
      .array()
      .default(sql`'{}'::email[]`),
    c: c.type(contact),
    ns: c.type(plain).array(),
    ls: c.type(loose).array(),
    ws: c.type(wider).array(),
    own: c.type(email),
    os: c.type(outerList).array(),
  }),
  (t) => ({
    constraints: [check('few', sql`cardinality(mails) < 9`)],
    indexes: [index('t_mails').using('gin', t.mails)],
  }),
)
export const v = view('v', sql`SELECT id, mails, (c).mail FROM t`)
