/** A point of a graph that is drawn from its ends to its roots. */
export interface LanePoint {
  readonly id: string
  readonly parents: readonly string[]
  readonly mark: string
}

/** The lines of one point: joins above it, the line that the point is on, forks below it. */
export interface DrawnPoint {
  /** Counted from the left. */
  readonly lane: number
  /** The parents that are drawn, each with the lane that leads there. */
  readonly edges: readonly { readonly parent: string; readonly lane: number }[]
  readonly above: readonly string[]
  readonly line: string
  /** What goes on between `line` and `below`. */
  readonly rest: string
  readonly below: readonly string[]
}

/**
 * Draws a graph as `git log --graph` does, one lane a line of descent. The points come children first.
 */
export function drawLanes(points: readonly LanePoint[]): readonly DrawnPoint[] {
  const shown = new Set(points.map((point) => point.id))
  // What each lane leads to next.
  const lanes: (string | undefined)[] = []
  const free = (from: number): number => {
    const index = lanes.findIndex((id, lane) => lane > from && id === undefined)
    return index === -1 ? Math.max(lanes.length, from + 1) : index
  }
  return points.map(({ id, parents, mark }) => {
    const meeting = lanes.flatMap((next, lane) => (next === id ? [lane] : []))
    const own = meeting[0] ?? free(-1)
    lanes[own] = id
    const above = meeting.slice(1).map((lane) => {
      lanes[lane] = undefined
      return connect(lanes, own, lane, '╯')
    })
    const line = row(lanes, (lane) => (lane === own ? mark : undefined))
    const [first, ...others] = parents.filter((parent) => shown.has(parent))
    lanes[own] = first
    const rest = row(lanes, () => undefined)
    const edges = first === undefined ? [] : [{ parent: first, lane: own }]
    const below = others.map((parent) => {
      const lane = free(own)
      const drawn = connect(lanes, own, lane, '╮')
      lanes[lane] = parent
      edges.push({ parent, lane })
      return drawn
    })
    while (lanes.length > 0 && lanes.at(-1) === undefined) lanes.pop()
    return { lane: own, edges, above, line, rest, below }
  })
}

type Lanes = readonly (string | undefined)[]

function row(lanes: Lanes, special: (lane: number) => string | undefined): string {
  return Array.from(lanes, (next, lane) => special(lane) ?? (next === undefined ? ' ' : '│'))
    .join(' ')
    .trimEnd()
}

/** A line from one lane to another on its right: `├─┼─╮`. */
function connect(lanes: Lanes, from: number, to: number, corner: string): string {
  let text = ''
  for (let lane = 0; lane < Math.max(lanes.length, to + 1); lane++) {
    const within = lane > from && lane < to
    const open = lanes[lane] !== undefined
    text += lane === from ? '├' : lane === to ? corner : within ? (open ? '┼' : '─') : open ? '│' : ' '
    text += lane >= from && lane < to ? '─' : ' '
  }
  return text.trimEnd()
}
