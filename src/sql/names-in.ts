const word = /"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*/gu

/** The names that may stand in a text of SQL, as the catalog holds them. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  for (const [found] of text.matchAll(word))
    names.add(found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : found.toLowerCase())
  return names
}
