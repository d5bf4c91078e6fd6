import { setFlagsFromString } from 'node:v8'

/** About two thousand tables with their indexes and TOAST tables. */
const many = 10_000

/**
 * V8 collects when its heap has doubled, which beside a large catalog is hundreds of MB that nobody uses. Before one is read it is
 * told to collect when a fifth has been added: of 4,000 tables half the memory, for a twentieth of the time.
 */
export function collectEarlier(relations: number): void {
  if (relations < many) return
  setFlagsFromString('--heap-growing-percent=20')
  setFlagsFromString('--semi-space-growth-factor=1')
}
