import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from './cluster.js'
import { judge } from './judge.js'
import { readOptions } from './options.js'
import { openRecord } from './record.js'
import { unitLine } from './report.js'
import { givenServer, startServer } from './server.js'

/** Runs `work` on every unit, some at a time. */
async function each(units, jobs, work) {
  const queue = [...units]
  const worker = async () => {
    for (let unit = queue.shift(); unit; unit = queue.shift()) await work(unit)
  }
  await Promise.all(Array.from({ length: jobs }, worker))
}

/** Long ones first, so that none is left over at the end. */
const bySize = (units) => units.toSorted((a, b) => b.size - a.size)

const options = readOptions()
const started = performance.now()
const server = process.env.EXAM_URL ? givenServer(process.env.EXAM_URL) : await startServer()
const cluster = await openCluster(server.url)
const record = openRecord()
const base = mkdtempSync(join(tmpdir(), 'tidemark-exam-work-'))
const results = []
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.stop()
    process.exit(130)
  })

async function examine(unit) {
  const folder = join(base, unit.source, unit.name)
  const verdicts = await judge(unit, { ...options, cluster, folder })
  for (const verdict of verdicts) if (verdict.failure || options.keep) record.keep(unit, verdict)
  rmSync(folder, { recursive: true, force: true })
  results.push({ unit, verdicts })
  console.log(unitLine(unit, verdicts))
}

try {
  await each(bySize(options.units.filter((unit) => !unit.alone)), options.jobs, examine)
  await each(
    options.units.filter((unit) => unit.alone),
    1,
    examine,
  )
  console.log(`\n${record.close(results)}`)
  const crashes = server.crashes()
  if (crashes.length > 0) console.log(`THE SERVER CRASHED, which spoils other verdicts:\n${crashes.join('\n')}`)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${results.length} units in ${Math.floor(seconds / 60)} min ${seconds % 60} s`)
  const failed = results.some(({ verdicts }) => verdicts.some(({ failure }) => failure))
  process.exitCode = failed ? 1 : 0
  if (options.keep) {
    console.log(`The databases are kept at ${server.url}; Ctrl-C stops the server.`)
    await new Promise((resolve) => process.stdin.resume().once('end', resolve))
  }
} finally {
  rmSync(base, { recursive: true, force: true })
  await cluster.close()
  server.stop()
}
