import type { Part } from '../../declare/declaration.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { declareObject, type ObjectDeclaration } from '../../declare/object.js'
import { refNeeds, refText, typeNeeds, typeText, type ObjectRef, type TypeRef } from '../../declare/type.js'
import { argumentNeeds, argumentsOf, type Arguments } from '../function/declare.js'
import { aggregateKind, type AggregateAttributes, type FinalModify } from './aggregate.js'

/** Each option as in CREATE AGGREGATE; functions are declared ones or names. */
export interface AggregateOptions {
  readonly args?: Arguments
  /** What stands behind ORDER BY: makes it an ordered-set aggregate. */
  readonly orderBy?: Arguments
  /** An ordered-set aggregate whose direct arguments are a hypothetical row. */
  readonly hypothetical?: boolean
  readonly sfunc: ObjectRef
  readonly stype: TypeRef
  /** In bytes. */
  readonly sspace?: number
  readonly finalfunc?: ObjectRef
  readonly finalfuncExtra?: boolean
  readonly finalfuncModify?: FinalModify
  readonly combinefunc?: ObjectRef
  readonly serialfunc?: ObjectRef
  readonly deserialfunc?: ObjectRef
  readonly initcond?: string
  readonly msfunc?: ObjectRef
  readonly minvfunc?: ObjectRef
  readonly mstype?: TypeRef
  readonly msspace?: number
  readonly mfinalfunc?: ObjectRef
  readonly mfinalfuncExtra?: boolean
  readonly mfinalfuncModify?: FinalModify
  readonly minitcond?: string
  /** An operator as SQL writes it: `>`, `OPERATOR(app.>)`. */
  readonly sortop?: string
  readonly parallel?: 'safe' | 'restricted' | 'unsafe'
  readonly renamedFrom?: string
  /** Comment, owner, grants. */
  readonly parts?: readonly Part[]
}

const functions = [
  'sfunc', 'finalfunc', 'combinefunc', 'serialfunc', 'deserialfunc', 'msfunc', 'minvfunc', 'mfinalfunc',
] as const // prettier-ignore

/**
 * An aggregate (CREATE AGGREGATE).
 *
 * @example
 * export const product = aggregate('product', { args: ['numeric'], sfunc: 'numeric_mul', stype: 'numeric', initcond: '1' })
 */
export function aggregate(name: Name, options: AggregateOptions): ObjectDeclaration {
  const { args = [], orderBy, hypothetical, stype, mstype, parallel, renamedFrom, parts, ...others } = options
  const direct = argumentsOf(args)
  const ordered = argumentsOf(orderBy ?? [])
  const isBoth = direct.at(-1)?.mode === 'variadic' && direct.at(-1)!.type === '"any"'
  const names = functions.flatMap((key) => {
    const value = options[key]
    return value === undefined ? [] : [[key, refText(value)] as const]
  })
  const attributes: AggregateAttributes = {
    ...(others as Omit<typeof others, (typeof functions)[number]>),
    ...(Object.fromEntries(names) as Pick<AggregateAttributes, (typeof functions)[number]>),
    schema: schemaOf(name),
    name: nameOf(name),
    arguments: isBoth && orderBy !== undefined ? direct : [...direct, ...ordered],
    ...(orderBy !== undefined && { type: hypothetical ? 'hypothetical' : 'ordered-set', direct: direct.length }),
    stype: typeText(stype),
    ...(mstype !== undefined && { mstype: typeText(mstype) }),
    ...(parallel !== undefined && parallel !== 'unsafe' && { parallel }),
  }
  const requires = [
    ...argumentNeeds(args),
    ...argumentNeeds(orderBy ?? []),
    ...[stype, mstype].flatMap((type) => (type === undefined ? [] : typeNeeds(type))),
    ...functions.flatMap((key) => (options[key] === undefined ? [] : refNeeds(options[key]))),
  ]
  return declareObject(aggregateKind, { attributes, requires, renamedFrom, ...(parts && { parts }) })
}
