import { check, compositeType, domain, extension, schema, sql, table, view } from 'tidemark'

export const tools = schema('tools')
export const texts = extension('citext', { schema: tools, version: '1.8' })
export const mail = domain('mail', (c) => c.type('tools.citext'), {
  checks: [check('mail_check', sql`value OPERATOR(tools.<>) ''`)],
})
export const pair = compositeType('pair', (c) => ({ a: c.type('tools.citext'), b: c.integer() }))
export const people = table('people', (c) => ({
  name: c.type('tools.citext').primaryKey(),
  mail: c.type(mail),
  pair: c.type(pair),
  tags: c.type('tools.citext[]').default(sql`'{}'`),
}))
export const names = view('names', sql`SELECT name FROM public.people`)
