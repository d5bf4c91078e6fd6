import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const peak = new URL('peak.js', import.meta.url).href
export const bin = fileURLToPath(new URL('../../bin/tidemark.js', import.meta.url))

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

/** Runs a program to its end and gives the milliseconds that it took, start of the process included. */
export function time(program, args, options = {}) {
  const started = performance.now()
  const { status, stderr, stdout, error } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...options,
  })
  const took = performance.now() - started
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`)
  return took
}

/** The median of several runs of several programs, taken in turns, so that a slow moment of the machine hits all alike. */
export async function compare(runs, programs) {
  const times = programs.map(() => [])
  for (let run = 0; run < runs; run++)
    for (const [index, program] of programs.entries()) times[index].push(await program())
  return times.map(median)
}

export const tidemark = (args, options) => time(process.execPath, [bin, ...args], options)

/** Peak memory of a run of tidemark in MB, as the system counted it. */
export function memoryOf(args, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  const file = join(folder, 'peak')
  try {
    time(process.execPath, ['--import', peak, bin, ...args], {
      ...options,
      env: { ...(options.env ?? process.env), TIDEMARK_BENCH_PEAK: file },
    })
    return Number(readFileSync(file, 'utf8')) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
