import { parseArgs } from 'node:util'
import { findUnits, sample } from './units.js'

const help = `Usage: node test/exam/run.js [options] [FOLDER…]

Judges Tidemark from outside on pairs of schemas (a folder with old.sql and new.sql) and on versions of real schemas
(a folder with v1.sql, v2.sql …). Without a FOLDER: ../shared/corpus and ../shared/cases.

  --source NAME      only units of this source (migra, pgschema, pg-delta, pg-schema-diff, corpus); repeatable
  --case PATTERN     only units whose source/name matches this regular expression; repeatable
  --corpus NAME      only units of this schema of the corpus; repeatable
  --sample N         N of them, always the same, spread over all
  --only WHICH       forward | down (needs forward) | swapped | roundtrip (on a case: of its old.sql); repeatable
  --fast             forward and down only, no swap, no round trip
  --jobs N           units at a time (2); those with roles always run alone
  --timeout SECONDS  for one command (60)
  --tool FILE        the command line to judge (bin/tidemark.js)
  --keep             keep databases and server, and record what passed too
`

const directionsOf = {
  forward: ['forward'],
  down: ['forward', 'down'],
  swapped: ['swapped', 'swapped down'],
  roundtrip: ['round trip'],
}

function fail(message) {
  console.error(`${message}\n\n${help}`)
  process.exit(2)
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        source: { type: 'string', multiple: true, default: [] },
        case: { type: 'string', multiple: true, default: [] },
        corpus: { type: 'string', multiple: true, default: [] },
        sample: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        fast: { type: 'boolean', default: false },
        jobs: { type: 'string', default: '2' },
        timeout: { type: 'string', default: '60' },
        tool: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    return fail(error.message)
  }
}

/** What the command line asks for; ends the process where it asks for nothing that there is. */
export function readOptions() {
  const { values, positionals } = parse()
  if (values.help) {
    console.log(help)
    process.exit(0)
  }
  const unknown = values.only.find((name) => !(name in directionsOf))
  if (unknown) fail(`--only knows no ${unknown}`)
  const patterns = values.case.map((pattern) => new RegExp(pattern))
  const found = findUnits(positionals).filter(
    (unit) =>
      (values.source.length === 0 || values.source.includes(unit.source)) &&
      (patterns.length === 0 || patterns.some((pattern) => pattern.test(`${unit.source}/${unit.name}`))) &&
      (values.corpus.length === 0 ||
        (unit.source === 'corpus' && values.corpus.some((name) => unit.name.startsWith(`${name}-`)))),
  )
  const all = values.fast ? ['forward', 'down'] : Object.values(directionsOf).flat()
  const wanted = new Set(values.only.length > 0 ? values.only.flatMap((name) => directionsOf[name]) : all)
  const useful = found.filter((unit) => !unit.roundTripOnly || wanted.has('round trip'))
  const units = values.sample ? sample(useful, Number(values.sample)) : useful
  if (units.length === 0) fail('Nothing matches.')
  return {
    units,
    wanted,
    jobs: Number(values.jobs),
    timeoutMs: Number(values.timeout) * 1000,
    tool: values.tool,
    keep: values.keep,
  }
}
