import { aggregate, arg, comment, fn, sql, view } from 'tidemark'

const options = { returns: 'integer', args: ['integer', 'integer'], volatility: 'immutable' } as const
export const add = fn('add', { ...options, body: sql`SELECT $1 + $2` })
export const sub = fn('sub', { ...options, body: sql`SELECT $1 - $2` })
export const last = fn('last', {
  args: ['anyelement', 'anyelement'],
  returns: 'anyelement',
  volatility: 'immutable',
  body: sql`SELECT $2`,
})
export const total = aggregate('total', {
  args: ['int'],
  sfunc: add,
  stype: 'int',
  initcond: '0',
  combinefunc: add,
  msfunc: add,
  minvfunc: sub,
  mstype: 'integer',
  minitcond: '0',
  parallel: 'safe',
  sspace: 64,
  msspace: 32,
  finalfuncModify: 'shareable',
  mfinalfuncModify: 'read_write',
}).with(comment('kept'))
export const v = view('v', sql`SELECT total(x) AS t FROM generate_series(1, 3) x`)
export const largest = aggregate('largest', {
  args: { value: 'integer' },
  sfunc: 'int4larger',
  stype: 'integer',
  sortop: '>',
})
export const counted = aggregate('counted', { sfunc: 'int8inc', stype: 'bigint', initcond: '0' }).with(comment('all'))
export const osLast = aggregate('os_last', {
  args: ['anyelement'],
  orderBy: ['anyelement'],
  sfunc: last,
  stype: 'anyelement',
}).with(comment('os'))
export const noDirect = aggregate('no_direct', { orderBy: { x: 'integer' }, sfunc: add, stype: 'integer' }).with(
  comment('os'),
)
export const rank = aggregate('my_rank', {
  args: [arg('"any"', { mode: 'variadic' })],
  orderBy: [arg('"any"', { mode: 'variadic' })],
  hypothetical: true,
  sfunc: 'ordered_set_transition_multi',
  stype: 'internal',
  finalfunc: 'rank_final',
  finalfuncExtra: true,
})
