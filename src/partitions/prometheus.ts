import { partitionFindings } from './findings.js'
import type { PartitionStatus } from './status.js'

interface Metric {
  readonly name: string
  readonly help: string
  readonly samples: (
    status: PartitionStatus,
  ) => readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const metrics: readonly Metric[] = [
  {
    name: 'tidemark_partitions',
    help: 'Partitions of a table, by state.',
    samples: ({ partitions }) =>
      (['past', 'current', 'ahead', 'default', 'detaching'] as const).map((state) => [
        { state },
        partitions.filter((partition) => partition.state === state).length,
      ]),
  },
  {
    name: 'tidemark_partition_bytes',
    help: 'Size of all partitions of a table with their indexes.',
    samples: ({ partitions }) => [[{}, sum(partitions.map(({ bytes }) => bytes))]],
  },
  {
    name: 'tidemark_partition_rows_estimate',
    help: 'Rows in all partitions of a table, as the server estimates them.',
    samples: ({ partitions }) => [[{}, sum(partitions.map(({ rows }) => rows ?? 0))]],
  },
  {
    name: 'tidemark_partition_stray_rows',
    help: 'Rows in the default partition, or beyond the partitions that the policy wants ready.',
    samples: ({ stray }) => [[{}, sum(stray.map(({ rows }) => rows))]],
  },
  {
    name: 'tidemark_partition_actions_due',
    help: 'What maintenance has to do, by action.',
    samples: ({ plan }) =>
      (['create', 'finalize', 'detach', 'drop', 'move', 'archive'] as const).map((action) => [
        { action },
        plan.filter((item) => item.action === action).length,
      ]),
  },
  {
    name: 'tidemark_partition_findings',
    help: 'Findings of tidemark check about the partitions of a table, by code.',
    samples: (status) => {
      const codes = partitionFindings({ ...status, partitions: status.partitions.length }).map(({ code }) => code)
      return ['TM405', 'TM407', 'TM408', 'TM409', 'TM410', 'TM411', 'TM412'].map((code) => [
        { code },
        codes.filter((found) => found === code).length,
      ])
    },
  },
]

/** The text exposition format of Prometheus. */
export function prometheus(statuses: readonly PartitionStatus[]): string {
  return metrics
    .flatMap(({ name, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...statuses.flatMap((status) =>
        samples(status).map(([labels, value]) => `${name}{${labelText({ table: status.table, ...labels })}} ${value}`),
      ),
    ])
    .join('\n')
}

const labelText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',')
