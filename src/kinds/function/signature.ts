import { qualified, quoteIdentifier } from '../../sql/identifier.js'

/** An argument of a function or procedure; what is at its default is left out. */
export interface Argument {
  readonly name?: string
  /** Where it is not an input. */
  readonly mode?: 'out' | 'inout' | 'variadic'
  readonly type: string
  readonly default?: string
}

/** A column of RETURNS TABLE. */
export interface ResultColumn {
  readonly name: string
  readonly type: string
}

/** Arguments that a caller gives. */
export const inputs = (list: readonly Argument[] = []): readonly Argument[] => list.filter(({ mode }) => mode !== 'out')

/** What a caller gets through arguments. */
export const outputs = (list: readonly Argument[] = []): readonly Argument[] =>
  list.filter(({ mode }) => mode === 'out' || mode === 'inout')

/** The types that tell overloads apart: `integer, text`. */
export const signature = (list: readonly Argument[] = []): string =>
  inputs(list)
    .map(({ type }) => type)
    .join(', ')

/** `public.f(integer, text)`. */
export const signatureOf = (schema: string, name: string, list?: readonly Argument[]): string =>
  `${qualified(schema, name)}(${signature(list)})`

/** An argument as CREATE writes it: `INOUT total integer DEFAULT 0`. */
export const argumentText = ({ name, mode, type, default: value }: Argument): string =>
  [mode?.toUpperCase(), name && quoteIdentifier(name), type, value !== undefined && `DEFAULT ${value}`]
    .filter(Boolean)
    .join(' ')
