import { createHash } from 'node:crypto'
import type { Fields } from './rows.js'

/** Counts rows, and sums up the text of all values by column. */
export function createChecksums(columns: number): {
  add(rows: readonly Fields[]): void
  result(): { readonly rows: number; readonly sums: readonly string[] }
} {
  const hashes = Array.from({ length: columns }, () => createHash('sha256'))
  let count = 0
  return {
    add(rows) {
      count += rows.length
      // The length comes first, so that no two lists of values have the same text.
      for (const [index, hash] of hashes.entries())
        hash.update(rows.map((row) => (row[index] === null ? '-;' : `${row[index]!.length};${row[index]}`)).join(''))
    },
    result: () => ({ rows: count, sums: hashes.map((hash) => hash.digest('hex')) }),
  }
}
