import type { ObjectDeclaration } from '../../declare/object.js'
import type { Name } from '../../declare/name.js'
import { declareRoutine, type RoutineOptions } from '../function/declare.js'
import { procedureKind } from './procedure.js'

/**
 * A procedure (CREATE PROCEDURE).
 *
 * @example
 * export const archive = procedure('archive', { args: { before: 'date' }, language: 'plpgsql', body: sql`
 *   BEGIN
 *     DELETE FROM events WHERE day < before;
 *   END
 * ` })
 */
export const procedure = (name: Name, options: RoutineOptions): ObjectDeclaration =>
  declareRoutine(procedureKind, name, options, {}, [])
