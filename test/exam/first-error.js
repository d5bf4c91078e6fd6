/** The line that says what went wrong, of all a failing command wrote; a server's message says more than our heading. */
function findLine(text) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  const heading = lines.find((line) => /\berror\b/i.test(line) && !/^at /.test(line)) ?? lines[0] ?? 'no output'
  const why = lines.slice(lines.indexOf(heading) + 1).find((line) => /^why:/i.test(line))
  return why ? `${heading} — ${why.replace(/^why:\s*/i, '')}` : heading
}

/** Names, numbers and texts differ from case to case; what is left tells the kind of failure. */
export const normalise = (line) =>
  line
    .replace(/\b[0-9a-f]{12,64}\b/g, '#')
    .replace(/(?:\/[\w.@-]+){2,}/g, '<path>')
    .replace(/"(?:[^"]|"")*"/g, '"…"')
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\b[a-z]\w*(?:\.\w+)+(?:\([^)]*\))?/g, '…')
    .replace(/\b\w*_\w*\b/g, '…')
    .replace(/\b\d+\b/g, 'N')
    .replace(/\s+/g, ' ')
    .slice(0, 200)

/** @returns {{ line: string, group: string }} */
export function firstError({ stdout, stderr }) {
  const line = findLine(stderr.trim() === '' ? stdout : stderr)
  return { line: line.slice(0, 240), group: normalise(line) }
}
