import { Chalk } from 'chalk'
import type { Style } from './output.js'

/** Whether to colour what goes to a stream: https://no-color.org, https://force-color.org, else whether it is a terminal. */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

/** The few colours that output is made of. */
export function createStyle(colour: boolean): Style {
  const { bold, dim, red, green, yellow, cyan } = new Chalk({ level: colour ? 1 : 0 })
  return { bold, dim, red, green, yellow, cyan }
}
