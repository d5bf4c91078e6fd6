import { parseArgs } from 'node:util'
import { openCluster } from './cluster.js'
import { mutations } from './proof/mutations.js'
import { proveMutation } from './proof/mutate.js'
import { loadTwice } from './proof/twice.js'
import { givenServer, startServer } from './server.js'
import { findUnits, sample } from './units.js'

const { values } = parseArgs({ options: { sample: { type: 'string', default: '100' } } })

/** Every version of the corpus, and both sides of some cases. */
function scripts() {
  const units = findUnits()
  const corpus = units.filter((unit) => unit.source === 'corpus')
  const cases = sample(
    units.filter((unit) => unit.source !== 'corpus'),
    Number(values.sample),
  )
  return [
    ...new Map(
      [...corpus, ...cases].flatMap((unit) => [
        [unit.old, unit],
        [unit.new, unit],
      ]),
    ),
  ]
}

/**
 * Proves the comparer: it sees no difference where there is none, and every one that is made.
 * On a server older than 18, what does not even load is told apart as skipped.
 */
async function prove(cluster) {
  const counts = { ok: 0, FAIL: 0, skip: 0 }
  const tell = (verdict, name, more) => {
    counts[verdict] += 1
    console.log(`${verdict.padEnd(4)} ${name} ${more}`)
  }
  const onError = cluster.version < 18 ? 'skip' : 'FAIL'
  for (const [file, unit] of scripts())
    try {
      const { facts, differences } = await loadTwice(cluster, file, unit.roles)
      tell(
        differences.length === 0 ? 'ok' : 'FAIL',
        `twice    ${file}`,
        [`(${facts} facts)`, ...differences].join('\n     '),
      )
    } catch (error) {
      tell(onError, `twice    ${file}`, `\n     ${error.message.split('\n')[0]}`)
    }
  for (const mutation of mutations) {
    const { error, problem, differences } = await proveMutation(cluster, mutation)
    const verdict = error ? onError : problem ? 'FAIL' : 'ok'
    tell(
      verdict,
      `mutation ${mutation.name}`,
      ['', error ?? problem ?? differences.slice(0, 3).join('\n     ')].join('\n     '),
    )
  }
  console.log(`\nPostgreSQL ${cluster.version}: ${counts.ok} ok, ${counts.FAIL} failed, ${counts.skip} skipped`)
  return counts.FAIL
}

const server = process.env.EXAM_URL ? givenServer(process.env.EXAM_URL) : await startServer()
const cluster = await openCluster(server.url)
try {
  process.exitCode = (await prove(cluster)) === 0 ? 0 : 1
} finally {
  await cluster.close()
  server.stop()
}
