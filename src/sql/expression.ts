import { rereadable } from './rereadable.js'
import { withoutParentheses } from './scan.js'

/** What PostgreSQL prints of an expression, without the parentheses around the whole, which nobody writes: `(price > 0)`. */
export const unwrap = (expression: string): string => withoutParentheses(rereadable(expression))
