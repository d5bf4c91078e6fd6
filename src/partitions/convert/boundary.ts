import type { Facts } from './facts.js'

const hour = 3_600
const day = 24 * hour

/**
 * The moment from which on rows go into partitions of their own: the next beginning of a period that is neither so near that it
 * comes before the exchange, nor before a row that is there. None where such a row is more than a year away.
 */
export function boundaryAfter({ now, last = now }: Facts, every: string, type: string): string | undefined {
  const unit = /(hour|day|week|month|year)/.exec(every)?.[1]
  if (unit === undefined || last > now + 366 * day) return undefined
  const earliest = Math.max(now + (unit === 'hour' ? 6 * hour : 2 * day), last + 1)
  const at = new Date(earliest * 1000)
  const next = {
    hour: () => at.setUTCHours(at.getUTCHours() + 1, 0, 0, 0),
    day: () => at.setUTCHours(24, 0, 0, 0),
    // Monday.
    week: () => at.setUTCHours(24 * (7 - ((at.getUTCDay() + 6) % 7)), 0, 0, 0),
    month: () => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1)).getTime(),
    year: () => new Date(Date.UTC(at.getUTCFullYear() + 1, 0)).getTime(),
  }[unit as 'hour' | 'day' | 'week' | 'month' | 'year']()
  const text = new Date(next).toISOString().slice(0, 19).replace('T', ' ')
  return type === 'date' ? text.slice(0, 10) : type.includes('with time zone') ? `${text}+00` : text
}
