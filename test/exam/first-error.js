const clean = (text) => text.trim().replace(/\s*\(SQLSTATE \w+\)$/, '')

/** `error TM320 migration-failed …` with its what and why: the server's own words tell most, and what depends on what. */
function diagnostic(lines) {
  const at = lines.findIndex((line) => /^error TM\d+/.test(line))
  if (at < 0) return undefined
  const [, code, rule] = lines[at].match(/^error (TM\d+)\s*([\w-]*)/)
  const end = lines.findIndex((line, index) => index > at && /^error |^\S/.test(line))
  const body = lines.slice(at + 1, end < 0 ? undefined : end)
  const fieldAt = (name) => body.findIndex((line) => line.trimStart().startsWith(`${name}:`))
  const field = (name) => (fieldAt(name) < 0 ? '' : body[fieldAt(name)].trimStart().slice(name.length + 1))
  const why = field('why')
  const next = fieldAt('why') < 0 ? '' : (body[fieldAt('why') + 1] ?? '')
  const dependent = /depend/.test(why) && /depends on/.test(next) ? `: ${next.trim()}` : ''
  const told = /SQLSTATE/.test(why) || field('what').trim() === '' ? why : field('what')
  return `${code} ${rule}: ${clean(told)}${dependent}`
}

/** An exception nobody caught: the innermost cause, and the first line of ours that it passed. */
function crash(lines) {
  const errors = lines.map((line) => line.trim()).filter((line) => /^(?:\[cause\]: )?\w*Error\b[^{]*: ./.test(line))
  if (errors.length === 0) return undefined
  const innermost = errors.findLast((line) => line.startsWith('[cause]')) ?? errors[0]
  const frame = lines.find((line) => /^\s*at .*\/dist\//.test(line))?.match(/\/dist\/([\w./-]+):\d+/)?.[1]
  return `crash: ${innermost.replace('[cause]: ', '')}${frame ? ` in ${frame}` : ''}`
}

/** Names, numbers and texts differ from case to case; what is left tells the kind of failure. */
export const normalise = (line) =>
  line
    .replace(/(?:\/[\w.@-]+){3,}/g, '<path>')
    .replace(/\b(?=\w*\d)[0-9a-f]{12,64}\b/g, '#')
    .replace(/"(?:[^"]|"")*"/g, '"…"')
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/`[^`]*`/g, '`…`')
    .replace(/(?<![\w/])[a-z]\w*(?:\.(?!js\b)(?:\w+|"…"))+(?:\([^)]*\))?/g, '…')
    .replace(/(?<![\w/.-])\w+_\w*(?![\w.-])(?:\([^)]*\))?/g, '…')
    .replace(
      /\b(table|view|column|type|function|schema|index|constraint|trigger|policy|sequence|role|relation|domain) (?!of\b|with\b|to\b|has\b|is\b)[\w$]+(?=\s|$|,|:)/g,
      '$1 …',
    )
    .replace(/(?<!TM)\b\d+\b/g, 'N')
    .replace(/\s+/g, ' ')
    .slice(0, 200)

/** @returns {{ line: string, group: string }} */
export function firstError({ stdout, stderr }) {
  const lines = (stderr.trim() === '' ? stdout : stderr).split('\n').filter((line) => line.trim() !== '')
  const line = diagnostic(lines) ?? crash(lines) ?? lines.find((text) => /error/i.test(text)) ?? lines[0] ?? 'no output'
  return { line: line.slice(0, 240), group: normalise(line) }
}
