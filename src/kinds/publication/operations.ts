const operations = ['insert', 'update', 'delete', 'truncate'] as const
export type Operation = (typeof operations)[number]

/** What is published, in the order of the manual. */
export const published = ({ withheld = [] }: { readonly withheld?: readonly Operation[] }): readonly Operation[] =>
  operations.filter((operation) => !withheld.includes(operation))
