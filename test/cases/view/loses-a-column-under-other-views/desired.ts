import { comment, fn, rule, sql, table, trigger, view } from 'tidemark'

export const t = table('t', (c) => ({ id: c.integer(), name: c.text() }))
export const ins = fn('ins', { returns: 'trigger', language: 'plpgsql', body: sql` BEGIN RETURN NEW; END ` })
export const v = view('v', sql`SELECT id FROM t`)
export const w = view(
  'w',
  {
    triggers: [trigger('ins').insteadOf('insert').forEach('row').execute(ins)],
    parts: [comment('kept'), rule('upd').on('update').instead()],
  },
  sql`SELECT id FROM v`,
)
