/** Kinds of objects that give columns their type or their collation. */
export const typeKinds: ReadonlySet<string> = new Set(['enum', 'domain', 'composite-type', 'range-type', 'collation'])

/** What gives its rows a type, under its own name. */
export const rowTypes: ReadonlySet<string> = new Set(['table', 'view', 'materialized-view'])
