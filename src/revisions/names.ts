import { TidemarkError } from '../errors/error.js'

/** Words of the language of references, which nothing can be called. */
export const symbols: ReadonlySet<string> = new Set(['head', 'heads', 'base', 'current'])

/** Whether a reference can say a name: `@`, `:` and spaces mean something else there. */
export const isName = (text: string): boolean => /^[\p{L}\p{N}_][\p{L}\p{N}_./+-]*$/u.test(text) && !symbols.has(text)

/** @throws TidemarkError TM319 */
export function requireName(what: 'revision id' | 'label' | 'tag', text: string): void {
  if (isName(text)) return
  throw new TidemarkError({
    code: 'TM319',
    what: `${JSON.stringify(text)} cannot be a ${what}`,
    why: symbols.has(text)
      ? `${text} means something else in a reference`
      : 'no reference could name it: @, : and spaces mean something there',
    fix: symbols.has(text) ? 'choose another' : 'use letters, digits and _ . / + -',
  })
}
