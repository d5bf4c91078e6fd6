import { finding, type Finding } from '../check/finding.js'
import { exitCodes } from '../errors/error.js'
import type { Health } from './health.js'
import type { PartitionAction } from './plan.js'

const maintain = 'tidemark partitions maintain, by hand or from cron'

/** `the partition a`, `3 partitions, from a`. */
const several = (names: readonly string[]): string =>
  names.length === 1 ? `the partition ${names[0]}` : `${names.length} partitions, from ${names[0]}`

const rows = (count: number): string => `${count} row${count === 1 ? '' : 's'}`

/** What is neglected about the partitions of a table. */
export function partitionFindings({ table, plan, missingIndexes, stray, overdue, endless }: Health): Finding[] {
  const subject = `table ${table}`
  const created = (...reasons: readonly string[]): readonly string[] =>
    plan.filter(({ action, reason }) => action === 'create' && reasons.includes(reason)).map(nameOf)
  const missing = created('premake', 'default')
  const gaps = created('gap')
  const detaching = plan.filter(({ action, reason }) => action === 'finalize' || reason.startsWith('it was detached'))
  const missingExit = exitCodes.partitionsMissing
  const exit = exitCodes.partitionsNeglected
  const blocked = plan.find(({ problem }) => problem !== null)?.problem ?? undefined
  return [
    ...(missing.length === 0
      ? []
      : [
          finding('TM405', missingExit, {
            subject,
            what: `${table} lacks ${several(missing)}`,
            why: 'rows of that time are refused, or go to the default partition',
            fix: maintain,
          }),
        ]),
    ...(endless === null
      ? []
      : [
          finding('TM405', missingExit, {
            subject,
            what: `${table} gets no partitions any more: ${endless} reaches up to MAXVALUE`,
            why: 'whatever comes goes there, and nothing of it can ever be let go on its own',
            fix: [
              `detach ${endless}, let tidemark partitions maintain make the partitions, and move its rows: INSERT INTO ${table} SELECT …`,
              `or, where it holds no row beyond a day, attach it again with that day as its end: FOR VALUES FROM (…) TO (…)`,
            ],
          }),
        ]),
    ...(gaps.length === 0
      ? []
      : [
          finding('TM407', missingExit, {
            subject,
            what: `${table} has a gap: it lacks ${several(gaps)}`,
            why: 'rows that arrive late are refused, or go to the default partition',
            fix: 'tidemark partitions repair',
          }),
        ]),
    ...stray.flatMap(({ partition, rows: count, farAhead, withoutKey }) => [
      ...(count > farAhead
        ? [
            finding('TM408', exit, {
              subject,
              what: `${partition} holds ${rows(count - farAhead)} that no other partition took${withoutKey === 0 ? '' : `, ${withoutKey} without a key`}`,
              why: blocked ?? 'a partition for them was missing when they came',
              fix: [
                ...(withoutKey === 0
                  ? []
                  : ['give the rows without a key (NULL, or -infinity) one, and declare the column as notNull()']),
                ...(withoutKey === count - farAhead
                  ? []
                  : [
                      `${blocked === undefined ? '' : 'take the foreign keys away for that time: '}tidemark partitions repair makes their partitions and moves them there`,
                    ]),
              ],
            }),
          ]
        : []),
      ...(farAhead === 0
        ? []
        : [
            finding('TM409', exit, {
              subject,
              what: `${partition} holds ${rows(farAhead)} from far in the future`,
              why: 'a clock was wrong where they come from; partitions are not made for them',
              fix: 'correct or delete the rows; a CHECK on the column keeps others out',
            }),
          ]),
    ]),
    ...(overdue.length === 0
      ? []
      : [
          finding('TM410', exit, {
            subject,
            what: `${table} still has ${several(overdue)}, which should be gone`,
            why: 'rows are kept for longer than the policy says',
            fix: maintain,
          }),
        ]),
    ...missingIndexes.map(({ partition, reason }) =>
      finding('TM411', exit, {
        subject: `table ${partition}`,
        what: `${partition} lacks the ${reason}`,
        why: 'a build failed, the index was made ON ONLY, or the partition is older than it',
        fix: 'tidemark partitions repair builds it without blocking writes',
      }),
    ),
    ...detaching.map(({ partition }) =>
      finding('TM412', exit, {
        subject: `table ${partition}`,
        what: `${partition} is half detached from ${table}`,
        why: 'a run was interrupted; until this is finished no other partition can be detached',
        fix: 'tidemark partitions repair',
      }),
    ),
  ]
}

const nameOf = ({ partition }: PartitionAction): string => partition
