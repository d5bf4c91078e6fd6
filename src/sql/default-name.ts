const limit = 63

/** Cut to at most `bytes` bytes, never inside a character (as pg_mbcliplen does). */
function clip(text: string, bytes: number): string {
  let result = text
  while (Buffer.byteLength(result) > bytes) result = [...result].slice(0, -1).join('')
  return result
}

/** A name for what stands beside something: its own name, shortened where the whole would be over 63 bytes, and what is added. */
export const besideName = (name: string, added: string): string =>
  `${clip(name, limit - Buffer.byteLength(added))}${added}`

/**
 * The name that PostgreSQL gives to an unnamed constraint or index: `orders_customer_id_fkey`. Where it would be over 63
 * bytes, the longer of the table and the column part is cut first (makeObjectName in the server's source).
 */
export function defaultName([table = '', ...columns]: readonly string[], suffix: string): string {
  const column = columns.join('_')
  const available = limit - suffix.length - 1 - (column === '' ? 0 : 1)
  let tableBytes = Buffer.byteLength(table)
  let columnBytes = Buffer.byteLength(column)
  while (tableBytes + columnBytes > available) {
    if (tableBytes > columnBytes) tableBytes--
    else columnBytes--
  }
  return [clip(table, tableBytes), ...(column === '' ? [] : [clip(column, columnBytes)]), suffix].join('_')
}
