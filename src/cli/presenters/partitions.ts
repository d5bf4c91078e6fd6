import type { MaintenanceResult } from '../../partitions/maintain.js'
import type { PartitionAction } from '../../partitions/plan.js'
import { partitionFindings } from '../../partitions/findings.js'
import type { PartitionState, PartitionStatus } from '../../partitions/status.js'
import type { Output, Style } from '../output.js'

/** More partitions than this are shown as one line for all that are older. */
const shown = 14
/** So many archives are named. */
const latest = 5
const barWidth = 24

/** What `partitions status` says of each table: a chart of its sizes. */
export function presentStatus(statuses: readonly PartitionStatus[], output: Output): void {
  if (statuses.length === 0)
    return output.note('No table of this database has a partition policy: declare one with telemetry(…).')
  for (const [index, status] of statuses.entries()) {
    if (index > 0) output.data('')
    for (const line of chart(status, output.style)) output.data(line)
  }
}

function chart(status: PartitionStatus, { bold, dim, yellow }: Style): string[] {
  const { partitions } = status
  const regular = partitions.filter(({ state }) => state !== 'default')
  const rest = partitions.filter(({ state }) => state === 'default')
  const ahead = regular.filter(({ state }) => state === 'ahead').length
  const older = regular.slice(0, Math.max(0, regular.length - ahead - shown))
  const future = regular.slice(older.length)
  const visible = future.slice(0, shown + 4)
  const unseen = future.slice(visible.length)
  const drawn = [...visible, ...rest]
  const most = Math.max(1, ...drawn.map(({ bytes }) => bytes))
  const width = Math.max(...drawn.map((partition) => label(partition).length), 0)
  const line = (partition: PartitionState): string => {
    const bar = barOf(partition.bytes / most)
    const notes = {
      past: '',
      default: '',
      ahead: dim('  ready'),
      current: '  now',
      detaching: yellow('  half detached'),
    }
    const amounts = `${size(partition.bytes).padStart(9)} ${rowsOf(partition.rows).padStart(14)}`
    return `  ${label(partition).padEnd(width)}  ${bar.padEnd(barWidth)} ${amounts}${notes[partition.state]}`
  }
  return [
    `${bold(status.table)}  ${described(status)}`,
    ...(older.length === 0 ? [] : [dim(`  … ${older.length} older, from ${label(older[0]!)}: ${total(older)}`)]),
    ...visible.flatMap((partition, index) => [
      ...gapBefore(partition, index === 0 ? older.at(-1) : visible[index - 1]).map((text) => yellow(`  ${text}`)),
      line(partition),
    ]),
    ...(unseen.length === 0 ? [] : [dim(`  … ${unseen.length} more ahead, to ${unseen.at(-1)!.localTo ?? 'no end'}`)]),
    ...rest.map(line),
    ...detached(status.former).map((text) => dim(`  ${text}`)),
    ...archives(status.former).map((text) => dim(`  ${text}`)),
    `  ${summary(status, dim)}`,
    ...partitionFindings({ ...status, partitions: partitions.length }).map(({ code, what }) =>
      yellow(`  ${code} ${what}`),
    ),
  ]
}

const label = ({ state, localFrom, localTo }: PartitionState): string =>
  state === 'default' ? 'default' : localFrom === null ? `before ${localTo ?? 'all'}` : localFrom

/** What lies between two partitions and belongs to none. */
const gapBefore = ({ from, localFrom }: PartitionState, previous: PartitionState | undefined): string[] =>
  previous === undefined || previous.to === null || previous.to === from
    ? []
    : [`${previous.localTo}  no partition until ${localFrom}`]

/** Where archives are: the latest of them, and what was brought back. */
function archives(former: PartitionStatus['former']): string[] {
  const kept = former.filter(({ state }) => state !== 'detached')
  const archived = kept.filter(({ state }) => state === 'archived')
  const earlier = new Set(archived.slice(0, Math.max(0, archived.length - latest)))
  const [first] = earlier
  return [
    ...(first === undefined ? [] : [`… ${earlier.size} archived before, from ${first.name}: --json has all`]),
    ...kept.flatMap((item) => {
      const { name, state, location } = item
      if (earlier.has(item)) return []
      return [`${name}  ${state}${location === null ? '' : ` ${state === 'restored' ? 'from' : 'in'} ${location}`}`]
    }),
  ]
}

/** Tables that were let go and still take room. */
function detached(former: PartitionStatus['former']): string[] {
  const kept = former.filter(({ state }) => state === 'detached')
  if (kept.length === 0) return []
  const bytes = kept.reduce((sum, item) => sum + (item.bytes ?? 0), 0)
  const names = kept.length === 1 ? kept[0]!.name : `${kept[0]!.name} … ${kept.at(-1)!.name}`
  return [`${kept.length} detached and kept, ${size(bytes)}: ${names}`]
}

function described({ column, every, retain, expired, destination, timeZone }: PartitionStatus): string {
  const period = /^\d+$/.test(every)
    ? `${Number(every).toLocaleString('en')} values`
    : every.replace(/^1 hour/, 'an hour').replace(/^1 /, 'a ')
  const where = destination === null ? '' : ` to ${destination}`
  const after = { detach: 'detached', drop: 'dropped', move: 'moved', archive: 'archived' }[expired] ?? expired
  const zone = timeZone === 'UTC' || /^\d+$|hour/.test(every) ? '' : ` of ${timeZone}`
  return `by ${column}, ${period}${zone} each${retain === null ? ', kept for ever' : `, kept ${/^\d+$/.test(retain) ? Number(retain).toLocaleString('en') : retain}, then ${after}${where}`}`
}

function summary({ partitions, plan }: PartitionStatus, dim: Style['dim']): string {
  const ahead = partitions.filter(({ state }) => state === 'ahead').length
  const due = plan.length === 0 ? 'nothing to do' : `${plan.length} to do: tidemark partitions plan`
  return dim(`${partitions.length} partitions, ${total(partitions)}, ${ahead} ahead; ${due}`)
}

function total(list: readonly PartitionState[]): string {
  const known = list.reduce((sum, { rows }) => sum + (rows ?? 0), 0)
  const unknown = list.filter(({ rows }) => rows === null).length
  const rows = unknown === list.length && unknown > 0 ? 'rows unknown' : rowsOf(known)
  const more = unknown > 0 && unknown < list.length ? ` and those of ${unknown} that were never analysed` : ''
  return `${size(list.reduce((sum, { bytes }) => sum + bytes, 0)).trim()}, ${rows}${more}`
}

const rowsOf = (rows: number | null): string =>
  rows === null ? 'rows unknown' : `${Math.round(rows).toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`

/** Eighths of a block, so that small differences are seen. */
function barOf(share: number): string {
  const eighths = Math.round(share * barWidth * 8)
  return '█'.repeat(eighths >> 3) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths & 7]!
}

function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  let value = bytes
  let unit = 0
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** One line about an action: `create  public.telemetry_2027_02  2027-02-01 … 2027-03-01  (premake)`. */
export function describeAction({ action, partition, from, to, reason, problem }: PartitionAction): string {
  const range = from === null ? '' : `  ${from} … ${to}`
  // An archive is written by an action of its own, once the partition is detached.
  const isFirst = action === 'archive' && reason === 'expired'
  const why = problem ?? (isFirst ? 'expired, to be archived' : reason)
  return `${(isFirst ? 'detach' : action).padEnd(8)} ${partition}${range}  (${why})`
}

/** What `plan` and `--dry-run` say: each action with its statements. */
export function presentPlan(plan: readonly PartitionAction[], output: Output): void {
  if (output.json) return output.document({ dryRun: true, actions: plan })
  if (plan.length === 0) return output.note('Nothing to do: partitions are as their policies say.')
  for (const action of plan) {
    output.data(describeAction(action))
    const { prepare, alone, statements } = action
    for (const text of [...(prepare ?? []), ...(alone === null ? [] : [alone]), ...statements])
      output.data(output.style.dim(`    ${text};`))
  }
  output.note(`${plan.length} action${plan.length === 1 ? '' : 's'}; nothing was done.`)
}

/** What `maintain`, `repair` and `archive` did. */
export function presentMaintenance({ done, failed, blocked }: MaintenanceResult, output: Output): void {
  if (output.json)
    return output.document({
      done: done.map(brief),
      failed: failed.map(({ action, diagnostic }) => ({ ...brief(action), error: diagnostic })),
      blocked: blocked.map((action) => ({ ...brief(action), problem: action.problem })),
    })
  for (const { diagnostic } of failed) output.diagnostic(diagnostic)
  if (done.length + failed.length + blocked.length === 0)
    return output.note('Nothing to do: partitions are as their policies say.')
  for (const action of blocked) output.note(`cannot ${describeAction(action)}`)
  const others = [
    failed.length > 0 && `${failed.length} failed`,
    blocked.length > 0 && `${blocked.length} cannot be done`,
  ]
  output.note(`${[`${done.length} done`, ...others.filter((text) => text !== false)].join(', ')}.`)
}

const brief = ({ table, action, partition, from, to, reason }: PartitionAction) => ({
  table,
  action,
  partition,
  from,
  to,
  reason,
})
