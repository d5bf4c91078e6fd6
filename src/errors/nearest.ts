/** The items whose text is closest to what was written, closest first: at most three, and none that is too far away. */
export function nearest<T>(written: string, items: readonly T[], textOf: (item: T) => string): readonly T[] {
  const wanted = written.toLowerCase()
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  return items
    .map((item) => ({ item, distance: closest(wanted, textOf(item).toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ item }) => item)
}

/** A short word is also compared with the beginning of a longer text and with each of its words. */
function closest(wanted: string, text: string, limit: number): number {
  const words = text.split(/\s+/)
  const span = wanted.split(/\s+/).length
  const pieces = [text, text.slice(0, wanted.length), ...words.map((_, at) => words.slice(at, at + span).join(' '))]
  return Math.min(...pieces.map((piece) => editDistance(wanted, piece, limit)))
}

/** Levenshtein's distance; anything above `limit` comes back as `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      current.push(Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + same))
    }
    previous = current
  }
  return previous[b.length]!
}
