import { qualified } from '../../sql/identifier.js'
import type { Kind } from '../kind.js'
import { renameStatements } from '../type/rename.js'
import { optionClauses } from './options.js'
import type { SequenceAttributes } from './sequence.js'

export const sequenceName = ({ schema, name }: SequenceAttributes): string => qualified(schema, name)

export const sequenceSql: Kind<SequenceAttributes>['sql'] = {
  create: (sequence) =>
    [
      `CREATE ${sequence.unlogged ? 'UNLOGGED ' : ''}SEQUENCE ${sequenceName(sequence)}`,
      ...(sequence.type === undefined ? [] : [`AS ${sequence.type}`]),
      ...optionClauses(sequence),
    ].join(' '),
  drop: (sequence) => `DROP SEQUENCE ${sequenceName(sequence)}`,
  rename: renameStatements('SEQUENCE'),
  reference: (sequence) => `SEQUENCE ${sequenceName(sequence)}`,
}
