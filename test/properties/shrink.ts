/**
 * The fewest items with which something still fails: halves, quarters and so on are left out as long as what is left fails
 * (Zeller's ddmin, without its reduction to subsets).
 */
export async function fewest<T>(items: readonly T[], fails: (items: readonly T[]) => Promise<boolean>): Promise<T[]> {
  let left = [...items]
  let size = Math.ceil(left.length / 2)
  while (left.length > 1) {
    let found = false
    for (let start = 0; start < left.length;) {
      const rest = left.toSpliced(start, size)
      if (await fails(rest)) {
        left = rest
        found = true
      } else start += size
    }
    if (size > 1) size = Math.ceil(size / 2)
    else if (!found) break
  }
  return left
}
