import { fn, sql, table, trigger } from 'tidemark'

export const touch = fn('touch_it', { returns: 'trigger', language: 'plpgsql', body: sql` BEGIN RETURN NEW; END ` })
export const t = table(
  't',
  (c) => ({ id: c.integer() }),
  () => ({
    triggers: [trigger('touch').before('insert').forEach('row').execute(touch)],
  }),
)
