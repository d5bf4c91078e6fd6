import type { Writer } from '../kind.js'
import { bounds } from '../partition/render.js'
import { partitionKey, storageOptions } from '../table/render-options.js'
import { indexCode } from '../index/render.js'
import type { PartitionPolicyAttributes, PartitionTemplate } from './partition-policy.js'

/** `{ column: t.ts, every: '1 month', … }` of a table whose partitions a policy makes. */
export function policyText(table: string, writer: Writer): string | undefined {
  const object = writer.snapshot.objects.get(`partition-policy ${table}`)
  if (object === undefined) return undefined
  const policy = object.attributes as PartitionPolicyAttributes
  const isNumber = /^\d+$/.test(policy.every)
  const amount = (text: string): string => (isNumber ? text : writer.string(text))
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : writer.string(value)
  return writer.object({
    column: writer.column(policy.column),
    every: amount(policy.every),
    holds:
      policy.holds === 'snowflake' ? writer.object({ snowflake: writer.string(policy.epoch!) }) : text(policy.holds),
    premake: String(policy.premake),
    retain: policy.retain === undefined ? undefined : amount(policy.retain),
    expired:
      policy.destination === undefined
        ? writer.string(policy.expired)
        : writer.object({ [policy.expired]: writer.string(policy.destination) }),
    timeZone: text(policy.timeZone),
    names: text(policy.names),
    default: policy.default ? 'true' : undefined,
    each: policy.template && templateText(policy.template, writer),
  })
}

function templateText({ unlogged, tablespace, options, indexes, below }: PartitionTemplate, writer: Writer): string {
  return writer.object({
    unlogged: unlogged ? 'true' : undefined,
    tablespace: tablespace === undefined ? undefined : writer.string(tablespace),
    options: options === undefined ? undefined : storageOptions(options, writer),
    indexes: indexes && writer.list(indexes.map((index) => indexCode(index, writer))),
    partitionBy: below && writer.object({ key: partitionKey(below.by, writer), parts: partsText(below.parts, writer) }),
  })
}

function partsText(parts: NonNullable<PartitionTemplate['below']>['parts'], writer: Writer): string {
  if (parts[0]?.bound.includes('modulus')) return String(parts.length)
  return writer.object(
    Object.fromEntries(
      parts.map(({ suffix, bound }) => [
        suffix.slice(1),
        bound === 'DEFAULT'
          ? writer.string('default')
          : `[${bounds(bound.slice('FOR VALUES IN ('.length, -1), writer)}]`,
      ]),
    ),
  )
}
