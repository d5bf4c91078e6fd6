import { arg, fn, procedure, schema, sql } from 'tidemark'

const app = schema('app')

export const rich = fn(app('Rich "one"'), {
  args: {
    a: 'int',
    'B b': arg('text', { default: sql`'it''s'` }),
    between: arg('numeric[]', { mode: 'variadic', default: sql`'{}'` }),
  },
  returns: { table: { id: 'bigint', 'the name': 'varchar' } },
  language: 'plpgsql',
  volatility: 'stable',
  strict: true,
  securityDefiner: true,
  leakproof: true,
  parallel: 'restricted',
  cost: 12.5,
  rows: 7,
  set: { search_path: 'app, "$user", pg_temp', work_mem: '8MB', 'my.setting': "it's" },
  body: sql`
    -- A \`backtick\`, a \\ backslash, \${dollars} and $1 and $$

    BEGIN
    	RETURN;
       
    END
  `,
})

export const outs = fn('outs', {
  args: { a: arg('integer', { mode: 'out' }), b: arg('text', { mode: 'inout' }) },
  body: sql`SELECT 1, $1`,
})
export const unnamed = fn('unnamed', {
  args: ['integer', arg('text', { name: 'second' })],
  returns: { setOf: 'integer' },
  body: sql`SELECT $1`,
})
export const one = fn('over', { args: ['int'], returns: 'int', standardBody: sql`RETURN $1` })
export const two = fn('over', { args: ['bigint'], returns: 'bigint', standardBody: sql`RETURN over($1::int)` })
export const empty = fn('nothing', { returns: 'void', body: sql`` })
export const move = procedure('move', {
  args: { a: 'int', b: arg('int', { mode: 'out' }) },
  language: 'plpgsql',
  set: { search_path: '' },
  body: sql.crlf`
    BEGIN
      b := a;
    END
  `,
})
