/** Compares versions such as `1.10` and `1.9` by their numbers; negative where the first is older. */
export function compareVersions(one: string, other: string): number {
  const left = one.split(/[^\d]+/).map(Number)
  const right = other.split(/[^\d]+/).map(Number)
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
