import { namesOf, type RevisionSummary } from '../history.js'
import { drawLanes, type DrawnPoint } from '../lanes.js'

const [rowHeight, laneWidth, margin, radius] = [30, 18, 24, 5.5]
/** Of one character, in the fonts below. */
const [wide, narrow] = [7.9, 6.4]

/** A picture that stands alone, light or dark as its viewer is; newest on top. */
export function svg(summaries: readonly RevisionSummary[]): string {
  const items = summaries.toReversed()
  const points = drawLanes(items.map(({ revision, parents }) => ({ id: revision, parents, mark: '*' })))
  const rows = new Map(items.map(({ revision }, index) => [revision, index]))
  const at = (row: number, lane: number): Place => ({ x: margin + lane * laneWidth, y: margin + row * rowHeight })
  const left = at(
    0,
    Math.max(0, ...points.flatMap(({ lane, edges }) => [lane, ...edges.map((edge) => edge.lane)])) + 1,
  ).x
  const texts = items.map((item, row) => textOf(item, left, at(row, 0).y))
  const size = {
    width: Math.ceil(Math.max(200, ...texts.map(({ end }) => end)) + margin),
    height: margin * 2 + Math.max(0, items.length - 1) * rowHeight,
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    '<title>Revision history</title>',
    style,
    ...points.flatMap(({ lane, edges }, row) =>
      edges.map((edge) => {
        const parentRow = rows.get(edge.parent)!
        return path(at(row, lane), at(row, edge.lane).x, at(parentRow, points[parentRow]!.lane), 'edge')
      }),
    ),
    ...items.flatMap((item, row) => needs(item, row, points, rows, at)),
    ...items.map((item, row) => mark(item, at(row, points[row]!.lane))),
    ...texts.map(({ text }) => text),
    '</svg>',
  ].join('\n')
}

interface Place {
  readonly x: number
  readonly y: number
}

function needs(
  item: RevisionSummary,
  row: number,
  points: readonly DrawnPoint[],
  rows: ReadonlyMap<string, number>,
  at: (row: number, lane: number) => Place,
): readonly string[] {
  return item.dependsOn.flatMap((id) => {
    const other = rows.get(id)
    if (other === undefined) return []
    const [from, to] = [at(row, points[row]!.lane), at(other, points[other]!.lane)]
    return [`<path class="edge needs" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`]
  })
}

/** From a point into its lane, down that lane, and into the other point. */
function path(from: Place, lane: number, to: Place, name: string): string {
  const half = rowHeight / 2
  const bend = (start: Place, end: Place): string =>
    `C${start.x} ${start.y + half} ${end.x} ${end.y - half} ${end.x} ${end.y}`
  const into = { x: lane, y: from.y + (lane === from.x ? 0 : rowHeight) }
  const out = { x: lane, y: to.y - (lane === to.x ? 0 : rowHeight) }
  const pieces = [
    `M${from.x} ${from.y}`,
    ...(lane === from.x ? [] : [bend(from, into)]),
    ...(out.y > into.y ? [`L${out.x} ${out.y}`] : []),
    ...(lane === to.x ? [] : [bend(out.y < into.y ? into : out, to)]),
  ]
  return `<path class="${name}" d="${pieces.join('')}"/>`
}

function mark({ state, current }: RevisionSummary, { x, y }: Place): string {
  const ring = current ? `<circle class="ring" cx="${x}" cy="${y}" r="${radius + 3.5}"/>` : ''
  return `${ring}<circle class="${state?.replace(' ', '-') ?? 'known'}" cx="${x}" cy="${y}" r="${radius}"/>`
}

function textOf(item: RevisionSummary, left: number, y: number): { readonly text: string; readonly end: number } {
  const pieces: string[] = []
  let x = left
  const add = (name: string, content: string, width: number): void => {
    pieces.push(`<text class="${name}" x="${round(x)}" y="${y + 4}">${escape(content)}</text>`)
    x += content.length * width + 12
  }
  add('id', item.revision, wide)
  add('message', item.message, 7.1)
  for (const name of namesOf(item)) {
    const width = name.length * narrow + 12
    pieces.push(`<rect class="name" x="${round(x)}" y="${y - 8}" width="${round(width)}" height="16" rx="8"/>`)
    pieces.push(`<text class="in-name" x="${round(x + width / 2)}" y="${y + 4}">${escape(name)}</text>`)
    x += width + 8
  }
  if (item.appliedAt !== undefined)
    add('when', `${item.appliedAt.slice(0, 16).replace('T', ' ')} ${item.appliedBy ?? ''}`, narrow)
  return { text: pieces.join(''), end: x }
}

const round = (value: number): number => Math.round(value * 10) / 10

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[found]!)

const style = `<style>
svg{background:#fff;font:13px ui-sans-serif,system-ui,sans-serif}
.edge{fill:none;stroke:#a0aec0;stroke-width:2}
.needs{stroke-dasharray:3 4;stroke-width:1.5}
circle{stroke-width:2;stroke:#718096;fill:#edf2f7}
.applied{fill:#38a169;stroke:#2f855a}
.half-applied{fill:#fff;stroke:#c53030;stroke-width:4}
.pending{fill:#fff;stroke:#a0aec0}
.ring{fill:none;stroke:#38a169;stroke-width:1.5}
.id{font-family:ui-monospace,monospace;fill:#975a16}
.message{fill:#1a202c}
.when{font-size:11px;fill:#718096}
.name{fill:#e6fffa;stroke:#38a169;stroke-width:1}
.in-name{font-size:11px;fill:#276749;text-anchor:middle}
@media (prefers-color-scheme:dark){
svg{background:#0d1117}
.edge{stroke:#4a5568}
.pending,.half-applied{fill:#0d1117}
.id{fill:#ecc94b}
.message{fill:#e2e8f0}
.name{fill:#10291d}
.in-name{fill:#9ae6b4}
}
</style>`
