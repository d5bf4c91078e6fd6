import type { CatalogObject } from '../../catalog/snapshot.js'
import { idOf } from '../../kinds/kind.js'
import type { PartitionPolicyAttributes } from '../../kinds/partition-policy/partition-policy.js'
import type { Kinds } from '../../kinds/registry.js'
import type { PlannedStep } from '../../plan/plan.js'
import type { Side } from '../../plan/side.js'
import { quoteLiteral } from '../../sql/identifier.js'
import { Sql } from '../../sql/sql.js'
import type { Family } from './family.js'

/** The schemas in which a table stands until it is in use, or when it is not any more. */
export type Place = 'tidemark_new' | 'tidemark_old'

export const text = (sql: string): Sql => new Sql([sql])

export const nothing = text('-- nothing to do')

export const isSomething = (sql: Sql): boolean => sql.text((name) => name) !== nothing.text()

const sqls = (statements: readonly (Sql | string)[]): readonly Sql[] =>
  statements.length === 0 ? [nothing] : statements.map((item) => (item instanceof Sql ? item : text(item)))

/** A step of the conversion of a table. */
export const stepOf =
  (id: string) =>
  (
    mode: PlannedStep['mode'],
    up: readonly (Sql | string)[],
    down: readonly (Sql | string)[],
    comment?: string,
  ): PlannedStep => ({
    id,
    role: 'alter',
    members: [id],
    up: sqls(up),
    down: sqls(down),
    mode,
    ...(comment !== undefined && { comment }),
  })

/** Locks a table at a moment when no vacuum is in the way: PostgreSQL ends one for a lock only after a second. */
export const lockBriefly = (table: string, others: readonly string[]): readonly string[] => [
  `SET LOCAL lock_timeout = '3s'`,
  `LOCK TABLE ${[table, ...others].join(', ')} IN SHARE UPDATE EXCLUSIVE MODE`,
  `SET LOCAL lock_timeout = '50ms'`,
  `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
]

/** The policy of a table while it stands elsewhere, by which its partitions are made. */
export function policyIn(
  place: Place,
  { table }: Family,
  side: Side,
  kinds: Kinds,
): CatalogObject<PartitionPolicyAttributes> | undefined {
  const policy = side.get(`partition-policy ${table}`) as CatalogObject<PartitionPolicyAttributes> | undefined
  if (policy === undefined) return undefined
  const attributes = { ...policy.attributes, schema: place }
  return { id: idOf(kinds.of(policy), attributes), kind: policy.kind, attributes }
}

/** Only the table in use has a policy, lest somebody maintains the other one. */
export const removed = ({ attributes: { schema, table } }: CatalogObject<PartitionPolicyAttributes>): string =>
  `SELECT tidemark.remove_partition_policy(${quoteLiteral(schema)}, ${quoteLiteral(table)})`
