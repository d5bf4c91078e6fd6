import { routineKind } from './routine.js'

/** A function (Manual, CREATE FUNCTION); aggregates and procedures are kinds of their own. */
export const functionKind = routineKind('function')
