import { comment, constraintTrigger, fn, sql, table, trigger } from 'tidemark'

export const touch = fn('touch', { returns: 'trigger', language: 'plpgsql', body: sql` BEGIN RETURN NEW; END ` })
export const log = table('log', (c) => ({ id: c.integer() }))
export const t = table(
  't',
  (c) => ({ id: c.integer(), 'odd name': c.text(), at: c.timestamptz() }),
  (t) => ({
    triggers: [
      trigger('touch')
        .before('insert', 'update')
        .of(t['odd name'], t.id)
        .forEach('row')
        .when(sql`NEW.id > 0 AND NEW."odd name" <> ') EXECUTE FUNCTION '`)
        .execute(touch, 'a', "b's", '', 'c\\d'),
      trigger('stays').after('truncate').execute(touch).enabled('always').with(comment('a comment')),
      trigger('moved').after('update').referencing({ oldTable: 'before', newTable: 'after' }).execute(touch),
      trigger('Row "x"')
        .after('delete')
        .referencing({ oldTable: 'before' })
        .forEach('row')
        .execute(touch)
        .enabled('disabled'),
      constraintTrigger('late')
        .after('insert', 'delete')
        .deferrable('deferred')
        .from(() => log)
        .execute(touch),
      constraintTrigger('soon')
        .after('update')
        .of(t.id)
        .when(sql`OLD.* IS DISTINCT FROM NEW.*`)
        .execute(touch),
    ],
  }),
)
