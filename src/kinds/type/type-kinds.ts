/** Kinds of objects that give columns their type or their collation. */
export const typeKinds: ReadonlySet<string> = new Set(['enum', 'domain', 'composite-type', 'range-type', 'collation'])
