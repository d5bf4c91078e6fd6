import { namesOf, type RevisionSummary } from '../history.js'

/** A flowchart in Mermaid's language, newest on top; Markdown pages of most code hosts draw it. */
export function mermaid(summaries: readonly RevisionSummary[]): string {
  const nodes = new Map(summaries.map(({ revision }, index) => [revision, `r${index}`]))
  const lines = summaries.flatMap((item) => {
    const own = nodes.get(item.revision)!
    const names = namesOf(item).map((name) => `<br/><i>${escape(name)}</i>`)
    const arrows = (ids: readonly string[], arrow: string): readonly string[] =>
      ids.flatMap((id) => (nodes.has(id) ? [`  ${nodes.get(id)} ${arrow} ${own}`] : []))
    return [
      `  ${own}["<b>${escape(item.revision)}</b><br/>${escape(item.message)}${names.join('')}"]:::${classOf(item)}`,
      ...arrows(item.parents, '-->'),
      ...arrows(item.dependsOn, '-. needed by .->'),
    ]
  })
  return [
    'flowchart BT',
    ...lines,
    '  classDef applied fill:#d9f2df,stroke:#2f855a,color:#1a202c',
    '  classDef current fill:#d9f2df,stroke:#2f855a,stroke-width:3px,color:#1a202c',
    '  classDef half fill:#fde8e8,stroke:#c53030,color:#1a202c',
    '  classDef pending fill:#ffffff,stroke:#a0aec0,stroke-dasharray:4 3,color:#1a202c',
    '  classDef known fill:#edf2f7,stroke:#718096,color:#1a202c',
  ].join('\n')
}

const classOf = ({ state, current }: RevisionSummary): string =>
  state === undefined ? 'known' : state === 'half applied' ? 'half' : current ? 'current' : state

/** Mermaid writes special characters as `#` and a number. */
const escape = (text: string): string => text.replace(/[#"<>&\\`[\](){}|]/g, (mark) => `#${mark.codePointAt(0)};`)
