import type { AlterRule, Rules } from '../kind.js'
import { alterSequence } from './options.js'
import type { SequenceAttributes } from './sequence.js'
import { sequenceName } from './sql.js'

const typed = (sequence: SequenceAttributes) => ({ ...sequence, type: sequence.type ?? 'bigint' })

const options: AlterRule<SequenceAttributes> = {
  alter: (before, after) => alterSequence(sequenceName(after), typed(before), typed(after)),
}

export const rules: Rules<SequenceAttributes> = {
  schema: 'ignore', // part of the id
  name: 'ignore', // part of the id
  type: options,
  start: options,
  increment: options,
  min: options,
  max: options,
  cache: options,
  cycle: options,
  unlogged: {
    alter: (_before, after) => `ALTER SEQUENCE ${sequenceName(after)} SET ${after.unlogged ? 'UNLOGGED' : 'LOGGED'}`,
  },
}
