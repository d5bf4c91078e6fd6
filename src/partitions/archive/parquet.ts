import { compress, decompress, init } from '@bokuweb/zstd-wasm'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet/src/node.js'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { elementOf, formOf, type ArchiveColumn, type Value } from './columns.js'
import type { Fields } from './rows.js'

let initialised: Promise<void> | undefined
/** A second `init` would take its memory away from the first. */
const ready = (): Promise<void> => (initialised ??= init())

/** Rows in a row group, which is what a reader holds in memory. */
export const groupSize = 20_000

/**
 * Writes a file.
 * @throws UnfitValue where a value cannot be kept in the form of its column
 */
export async function writeParquet(
  file: string,
  columns: readonly ArchiveColumn[],
  groups: AsyncIterable<readonly Fields[]>,
): Promise<void> {
  await ready()
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    codec: 'ZSTD',
    compressors: { ZSTD: (bytes) => compress(Buffer.from(bytes), 3) },
    createdBy: 'tidemark',
    // Readers that know nothing of PostgreSQL ignore it.
    kvMetadata: [{ key: 'postgresql.types', value: JSON.stringify(columns.map(({ name, type }) => [name, type])) }],
  })
  for await (const rows of groups)
    await writer.write({
      columnData: columns.map((column, index) => ({ name: column.name, data: encoded(column, rows, index) })),
      rowGroupSize: groupSize,
    })
  await writer.finish()
}

function encoded(column: ArchiveColumn, rows: readonly Fields[], index: number): Value[] {
  const { encode } = formOf(column)
  return rows.map((row) => {
    const text = row[index]!
    if (text === null) return null
    try {
      return encode(text)
    } catch (cause) {
      throw new UnfitValue(column.name, cause)
    }
  })
}

/** A value that has no place in the form of its column: `infinity`. */
export class UnfitValue extends Error {
  readonly column: string

  constructor(column: string, cause: unknown) {
    super(`a value of ${column} is kept as text`, { cause })
    this.column = column
  }
}

/** The rows of a file, as PostgreSQL's text, a row group at a time. */
export async function* readParquet(file: string, columns: readonly ArchiveColumn[]): AsyncGenerator<readonly Fields[]> {
  await ready()
  const source = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(source)
  let start = 0
  for (const { num_rows: count } of metadata.row_groups) {
    const end = start + Number(count)
    const rows: Fields[] = []
    await parquetRead({
      file: source,
      metadata,
      rowStart: start,
      rowEnd: end,
      utf8: false,
      compressors: { ZSTD: (bytes) => decompress(Buffer.from(bytes)) },
      parsers: { timestampFromMicroseconds: (micros) => micros, dateFromDays: (days) => days },
      onComplete: (data) => {
        for (const row of data as Value[][]) rows.push(columns.map((column, index) => decoded(column, row[index])))
      },
    })
    yield rows
    start = end
  }
}

const decoded = (column: ArchiveColumn, value: Value | undefined): string | null =>
  value === null || value === undefined ? null : formOf(column).decode(value)
