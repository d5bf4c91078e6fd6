import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { exitCodes, TidemarkError } from '../errors/error.js'
import { endOrphans, type Ask } from './backends.js'
import { describeHolder, readHolder, type Holder } from './lock.js'

/**
 * Ends the session that holds the lock, and what its run left behind. Unless forced, only when the process of the run is
 * known to be gone: a lock that is broken under a living run lets two of them loose.
 *
 * @throws TidemarkError TM327 (exit code 3) when the holder lives, or may live.
 */
export async function breakLock(ask: Ask, holder: Holder, force: boolean): Promise<void> {
  const doubt = reasonToWait(holder)
  if (doubt !== undefined && !force) {
    throw new TidemarkError(
      {
        code: 'TM327',
        what: `the lock is held by ${describeHolder(holder)}`,
        why: doubt,
        fix: ['wait for it to end, or end it there', 'or, when you know that it is gone: tidemark lock break --force'],
      },
      { exitCode: exitCodes.refused },
    )
  }
  await ask(`SELECT pg_terminate_backend(${holder.backend})`)
  while ((await readHolder(ask))?.backend === holder.backend) await sleep(20)
  await endOrphans(ask)
}

function reasonToWait({ host, pid }: Holder): string | undefined {
  if (host === null || pid === null) return 'it does not say which process it is'
  if (host !== hostname()) return `its process is on ${host}, and only from there it can be seen whether it lives`
  return isAlive(pid) ? 'its process is at work' : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
