import { compositeType, domain, rangeType, table } from 'tidemark'

export const span = rangeType('span', { subtype: 'bigint' })
export const visit = compositeType('visit', (c) => ({ open: c.type(span) }))
export const often = domain('often', (c) => c.type('public.span_multirange'))
export const week = compositeType('week', (c) => ({
  days: c.type('public.span_multirange').array(),
  hours: c.type(often),
}))
export const shops = table('shops', (c) => ({
  id: c.bigint(),
  visited: c.type(visit),
  open: c.type(often),
  closed: c.type('public.span_multirange').array(),
  week: c.type(week),
  during: c.type(span),
}))
