import { comment, rule, sql, table } from 'tidemark'

export const log = table('log', (c) => ({ id: c.integer(), what: c.text() }))
export const t = table(
  't',
  (c) => ({ id: c.integer(), name: c.text() }),
  () => ({
    parts: [
      rule('a')
        .on('insert')
        .where(sql`NEW.id < 0 AND NEW.name <> ' DO '`)
        .also(sql`INSERT INTO log VALUES (1, ' DO INSTEAD ')`),
      rule('b')
        .on('delete')
        .instead(sql`(INSERT INTO log VALUES (OLD.id, 'x'); DELETE FROM log WHERE id = OLD.id)`)
        .enabled('always')
        .with(comment('b')),
      rule('Odd "c"')
        .on('update')
        .where(sql`NEW.id IN (SELECT id FROM log)`)
        .instead()
        .enabled('disabled'),
    ],
  }),
)
