import { besideName } from '../../sql/default-name.js'

/**
 * What an index knows of the names of its columns. It keeps those that it was made with, whatever the columns are called
 * later; what comes to it afterwards is named after them, what is made anew after those of today.
 */
export interface IndexColumns {
  /** As they are called today; of an expression the name that it was given. */
  readonly names: readonly string[]
  /** As they were when the index was made. */
  readonly former: readonly string[]
}

/** The columns of the index `index` over the table `table`, whose numbers stand in `keys`; null where `condition` is false. */
export const indexColumns = (index: string, table: string, keys: string, condition: string): string => `
  case when ${condition} then (
    select json_build_object('names', json_agg(coalesce(today.attname, k.attname) order by k.attnum),
                             'former', json_agg(k.attname order by k.attnum))
      from pg_attribute k
      -- OFFSET keeps the planner from reading all columns of the table.
      left join lateral (select attname from pg_attribute
                          where attrelid = ${table} and attnum > 0 and attnum = ${keys}[k.attnum - 1] offset 0) today on true
     where k.attrelid = ${index}) end`

/** The names that an index over columns gives to these: several alike are numbered (ChooseIndexColumnNames in the server's source). */
export function namesInIndex({ names }: IndexColumns): readonly string[] {
  const result: string[] = []
  for (const name of names) {
    let own = name
    for (let number = 1; result.includes(own); number++) own = besideName(name, String(number))
    result.push(own)
  }
  return result
}

/** The names by which an index knows its columns, where it would get others if it were made today. */
export const formerColumns = (columns: IndexColumns | null): readonly string[] | undefined =>
  columns !== null && columns.former.join('\0') !== namesInIndex(columns).join('\0') ? columns.former : undefined

/** What the name of a part ends in that PostgreSQL makes. */
export const partSuffix = (kind: string, key: Key = {}): string =>
  kind === 'index' ? 'idx' : isExclusion(key) ? 'excl' : 'key'

interface Key {
  readonly type?: string
  readonly period?: boolean
}

/** True for a key that an exclusion stands for, also one WITHOUT OVERLAPS (18): no index of a partition is taken for part of it. */
export const isExclusion = ({ type, period }: Key): boolean =>
  type === 'exclude' || (period === true && type !== 'foreign key')
