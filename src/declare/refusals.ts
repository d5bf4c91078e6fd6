import type { Code } from '../errors/codes.js'

/** What PostgreSQL's refusal of a declaration means to the one who wrote it. */
interface Refusal {
  readonly code: Code
  readonly state: string
  readonly message: RegExp
  /** Where there is more to say than PostgreSQL's detail. */
  readonly why?: string
  readonly fix: readonly string[] | ((statement: string) => readonly string[])
}

/** Types for which the extension btree_gist has an operator class; those of enums go by names of their own. */
const withBtreeGist: readonly string[] = [
  ...[
    'smallint',
    'integer',
    'bigint',
    'real',
    'double precision',
    'numeric',
    'oid',
    'money',
    'boolean',
    'uuid',
    'bytea',
  ],
  ...['text', 'character(?: varying)?', '"char"', 'bit(?: varying)?', 'macaddr8?', 'inet', 'cidr', 'date', 'interval'],
  'time(?:stamp)? with(?:out)? time zone',
]

/** The column of an index that has no other. */
const onlyKey = (statement: string): string | undefined => /USING gin \(("(?:[^"]|"")+"|\w+)\)/.exec(statement)?.[1]

/** A function may speak of a type that is not there yet: PostgreSQL then makes a shell of it. */
const shell = {
  code: 'TM136',
  why: 'functions speak of it, and nothing declares it: a base type (CREATE TYPE with INPUT and OUTPUT) has no declaration',
  fix: [
    'make the type and its functions an extension, and declare that: extension(…)',
    'or declare a domain, an enum or a composite type instead',
  ],
} as const

const refusals: readonly Refusal[] = [
  { ...shell, state: '42704', message: /type .+ is only a shell/ },
  { ...shell, state: '42P13', message: /functions? cannot (?:accept|return) shell type/ },
  {
    code: 'TM123',
    state: '42P17',
    message: /partition key expression must be marked IMMUTABLE/,
    why: 'the partition of a row has to be the same for everyone, and this expression depends on settings such as the time zone',
    fix: [
      'partition by the column itself: range(t.ts) takes months or days as bounds',
      "or use an expression that names the zone: (ts AT TIME ZONE 'UTC'); UNIQUE and PRIMARY KEY are then not possible",
    ],
  },
  {
    code: 'TM133',
    state: '0A000',
    message:
      /(?:UNIQUE|PRIMARY KEY|EXCLUDE) constraints? cannot be used when partition keys include expressions|unsupported .* constraint with partition key definition/,
    why: 'PostgreSQL enforces uniqueness in each partition by itself, and cannot see from an expression which partition a key belongs to',
    fix: [
      'partition by the column itself: range(t.ts), and make it a part of the key',
      'or make it unique in each partition only, with an index of each partition',
    ],
  },
  {
    code: 'TM124',
    state: '42704',
    message: /data type json has no default operator class for access method "gin"/,
    why: 'json keeps the text as it came; only jsonb is stored in a form that can be indexed',
    fix: (statement) => [
      'declare the column as c.jsonb()',
      `or index an expression: sql\`(${onlyKey(statement) ?? 'column'}::jsonb)\``,
    ],
  },
  {
    code: 'TM125',
    state: '42704',
    message: new RegExp(
      `data type (?:${withBtreeGist.join('|')}) has no default operator class for access method "gist"`,
    ),
    why: 'GiST compares scalars such as numbers, text and uuid only with the operator classes of btree_gist',
    fix: ["declare the extension: export const btreeGist = extension('btree_gist')"],
  },
  {
    code: 'TM126',
    state: '42P17',
    message: /functions in index expression must be marked IMMUTABLE/,
    why: 'an index has to find a row under the value it was stored with, whatever the settings of a session',
    fix: [
      "name the zone: date_trunc('day', ts, 'UTC') and date_bin(…) are immutable; ts::date and date_trunc('day', ts) are not",
      'or index the column itself and compare with a range',
    ],
  },
  {
    code: 'TM110',
    state: '42P17',
    message: /BEFORE trigger's WHEN condition cannot reference NEW generated columns/,
    why: 'generated columns are computed after the BEFORE triggers',
    fix: ['name the columns that it is computed from', 'or make it an AFTER trigger'],
  },
  {
    code: 'TM110',
    state: '42830',
    message: /there is no unique constraint matching given keys/,
    why: 'a foreign key points to columns of which no two rows can hold the same: a primary key, or a unique constraint without a condition',
    fix: [
      'point to such columns',
      'or make these a key: .primaryKey() or .unique() for one column, unique(…).on(…) for several',
    ],
  },
  {
    code: 'TM110',
    state: '42804',
    message: /foreign key constraint .+ cannot be implemented/,
    fix: ['give the columns on both sides the same type'],
  },
  {
    code: 'TM110',
    state: '42P01',
    message: /relation .+ does not exist/,
    why: 'no declaration makes it; a name without a schema is looked for in public',
    fix: ['declare it, or correct its name', 'or write its schema before it: sales.orders'],
  },
  {
    code: 'TM110',
    state: '42704',
    message: /type .+ does not exist/,
    fix: ['declare the type, or the extension that it comes with: extension(…)', 'or correct its name'],
  },
  {
    code: 'TM110',
    state: '42883',
    message: /(?:function|operator|procedure) .+ does not exist/,
    fix: [
      'declare it, or the extension that it comes with: extension(…)',
      'or correct its name and the types that it is given',
    ],
  },
]

/** What there is to say of a refusal beside what PostgreSQL says. */
export function explainRefusal(
  { code, message }: { readonly code: string; readonly message: string },
  statement: string,
): { readonly code: Code; readonly why?: string; readonly fix: readonly string[] } | undefined {
  const known = refusals.find((refusal) => refusal.state === code && refusal.message.test(message))
  return known && { ...known, fix: typeof known.fix === 'function' ? known.fix(statement) : known.fix }
}
