import { directions } from './judge.js'

/** One line a unit: ok, or the first stage that failed and why. */
export function unitLine(unit, verdicts) {
  const failed = verdicts.filter(({ failure }) => failure)
  const seconds = (verdicts.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1)
  const name = `${unit.source}/${unit.name}`
  if (failed.length === 0)
    return `ok   ${name} (${verdicts.map(({ direction }) => direction).join(', ')}; ${seconds} s)`
  const { direction, failure } = failed[0]
  const also = failed.slice(1).map((verdict) => verdict.direction)
  const more = also.length > 0 ? ` [also ${also.join(', ')}]` : ''
  return `FAIL ${name} ${direction} · ${failure.message.replace(/\s+/g, ' ').slice(0, 200)}${more}`
}

/** Passed and judged, per source and direction. */
export function scoreTable(results) {
  const sources = [...new Set(results.map(({ unit }) => unit.source))].toSorted()
  const columns = directions.filter((direction) =>
    results.some(({ verdicts }) => verdicts.some((v) => v.direction === direction)),
  )
  const cell = (source, direction) => {
    const judged = results
      .filter(({ unit }) => source === 'all' || unit.source === source)
      .flatMap(({ verdicts }) => verdicts.filter((verdict) => verdict.direction === direction))
    if (judged.length === 0) return '–'
    const passed = judged.filter(({ failure }) => !failure).length
    return `${passed}/${judged.length} ${((100 * passed) / judged.length).toFixed(1)} %`
  }
  const rows = [...sources, ...(sources.length > 1 ? ['all'] : [])].map((source) => [
    source,
    ...columns.map((c) => cell(source, c)),
  ])
  const table = [['', ...columns], ...rows]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  return table
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
        .join('   '),
    )
    .join('\n')
}

/** Failures by stage and normalised reason, the most frequent first, with where to look. */
export function groups(results) {
  const found = new Map()
  for (const { unit, verdicts } of results)
    for (const { direction, failure } of verdicts) {
      if (!failure || failure.stage === 'not reached') continue
      const key = `${failure.stage}: ${failure.group}`
      const group = found.get(key) ?? { key, count: 0, members: [] }
      group.count += 1
      group.members.push({ name: `${unit.source}/${unit.name}`, direction, reason: failure.message })
      found.set(key, group)
    }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** In how many verdicts each kind of catalog difference occurs, alone or among others. */
export function classText(results) {
  const counts = new Map()
  for (const { failure } of results.flatMap(({ verdicts }) => verdicts))
    for (const name of failure?.classes ?? []) {
      const key = `${failure.stage.padEnd(15)} ${name}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1])
  return sorted.map(([name, count]) => `${String(count).padStart(4)}  ${name}`)
}

export function groupText(list, { members = 3 } = {}) {
  return list
    .map(({ key, count, members: all }) => {
      const shown = all
        .slice(0, members)
        .map(
          ({ name, direction, reason }) => `      ${name} ${direction} · ${reason.replace(/\s+/g, ' ').slice(0, 180)}`,
        )
      const rest = all.length > members ? [`      … and ${all.length - members} more`] : []
      return [`${String(count).padStart(4)}  ${key}`, ...shown, ...rest].join('\n')
    })
    .join('\n')
}

/** How often each command ran and how long it took on average: what a run spends its time on. */
export function commandTimes(results) {
  const calls = new Set(results.flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.calls)))
  const byVerb = new Map()
  for (const { args, ms } of calls) {
    const entry = byVerb.get(args[0]) ?? { count: 0, ms: 0 }
    byVerb.set(args[0], { count: entry.count + 1, ms: entry.ms + ms })
  }
  const texts = [...byVerb].map(([verb, { count, ms }]) => `${verb} ${count} × ${Math.round(ms / count)} ms`)
  return `Commands: ${texts.join(', ')}`
}

/** Verdicts as a flat record, so that one run can be held against another. */
export const verdictMap = (results) =>
  Object.fromEntries(
    results.flatMap(({ unit, verdicts }) =>
      verdicts.map(({ direction, failure }) => [
        `${unit.source}/${unit.name} ${direction}`,
        failure ? failure.message : 'ok',
      ]),
    ),
  )

/** What a run mended and what it broke, as against an earlier one. */
export function progress(before, after) {
  const common = Object.keys(after).filter((key) => key in before)
  return {
    mended: common.filter((key) => before[key] !== 'ok' && after[key] === 'ok'),
    broken: common.filter((key) => before[key] === 'ok' && after[key] !== 'ok'),
  }
}
