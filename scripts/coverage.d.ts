/** See coverage.js. */
export const rows: readonly {
  readonly what: string
  readonly kind: string
  readonly attributes: readonly string[]
  readonly sql: string
  readonly since?: number
  readonly until?: number
  readonly lost?: string
  readonly shownBy?: string
}[]
