import { namesOf, type RevisionSummary } from '../history.js'

const looks: Readonly<Record<string, string>> = {
  applied: 'fillcolor="#d9f2df", color="#2f855a"',
  'half applied': 'fillcolor="#fde8e8", color="#c53030"',
  pending: 'fillcolor="#ffffff", color="#a0aec0", style="rounded,filled,dashed"',
  known: 'fillcolor="#edf2f7", color="#718096"',
}

/** A graph in the language of Graphviz, newest on top. */
export function dot(summaries: readonly RevisionSummary[]): string {
  const shown = new Set(summaries.map(({ revision }) => revision))
  const lines = summaries.flatMap((item) => {
    const label = [item.revision, item.message, ...namesOf(item).map((name) => `(${name})`)].join('\n')
    const width = item.current ? ', penwidth=3' : ''
    const edges = (ids: readonly string[], look: string): readonly string[] =>
      ids.filter((id) => shown.has(id)).map((id) => `  ${text(id)} -> ${text(item.revision)}${look};`)
    return [
      `  ${text(item.revision)} [label=${text(label)}, ${looks[item.state ?? 'known']}${width}];`,
      ...edges(item.parents, ''),
      ...edges(item.dependsOn, ' [style=dashed, label="needed by"]'),
    ]
  })
  return [
    'digraph history {',
    '  rankdir=BT;',
    '  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11];',
    '  edge [color="#718096", fontname="Helvetica", fontsize=9];',
    ...lines,
    '}',
  ].join('\n')
}

const text = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
