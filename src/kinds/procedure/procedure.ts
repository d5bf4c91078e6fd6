import { routineKind } from '../function/routine.js'

/** A procedure (Manual, CREATE PROCEDURE): all that a function is, but for what it returns. */
export const procedureKind = routineKind('procedure')
