const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(milliseconds < 100 ? 3 : 2)} s`
const verdict = (value, aim) => (aim === undefined ? '' : value <= aim ? 'ok' : 'short')

/** One line of the table; a row is a time beside a reference, or a peak of memory. */
function cells(row) {
  if (row.memory !== undefined) {
    const aim = row.limit === undefined ? '' : `<= ${row.limit} MB`
    return [row.work, `${row.memory.toFixed(0)} MB`, '', '', aim, verdict(row.memory, row.limit)]
  }
  const ratio = row.measured / row.referenceTime
  const aim = row.aim === undefined ? '' : `<= ${row.aim} x`
  return [
    row.work,
    seconds(row.measured),
    `${row.reference} ${seconds(row.referenceTime)}`,
    `${ratio.toFixed(2)} x`,
    aim,
    verdict(ratio, row.aim),
  ]
}

/** Prints the results: medians of whole processes. */
export function print(rows) {
  const lines = [['work', 'measured', 'reference', 'ratio', 'aim', ''], ...rows.map(cells)]
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
}
