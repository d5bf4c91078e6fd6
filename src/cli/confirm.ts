import { createInterface } from 'node:readline/promises'
import type { Output } from './output.js'

/** A way to ask a question, where a person sits at a terminal; else nothing. */
export function confirmation(output: Output): { ask?: (question: string) => Promise<boolean> } {
  if (!output.interactive || process.stdin.isTTY !== true) return {}
  return {
    ask: async (question) => {
      const terminal = createInterface({ input: process.stdin, output: process.stderr })
      try {
        return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
      } finally {
        terminal.close()
      }
    },
  }
}
