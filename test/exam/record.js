import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classText, commandTimes, groupText, groups, progress, scoreTable, verdictMap } from './report.js'
import { transcript } from './tool.js'

const home = process.env.EXAM_RESULTS ?? fileURLToPath(new URL('../../exam-results', import.meta.url))

/** The latest verdict on every unit, whichever run it comes from. */
const lastRun = join(home, 'last.json')

const folderName = (text) => text.replace(/\W+/g, '-')

/** Where a run leaves what is worth a look: exam-results/<run>/<source>/<unit>/<direction>/. */
export function openRecord(now = new Date()) {
  const run = now.toISOString().slice(0, 19).replaceAll(':', '')
  const folder = join(home, run)
  mkdirSync(folder, { recursive: true })

  /** A failure with all that is needed to study it: the SQL, the calls, the migration, the declarations, the difference. */
  function keep(unit, { direction, failure, folder: place, calls }) {
    const target = join(folder, unit.source, unit.name, folderName(direction))
    mkdirSync(target, { recursive: true })
    const heading = failure ? `${direction}: ${failure.message}` : `${direction}: ok`
    writeFileSync(join(target, 'failure.txt'), `${heading}\n\n${failure?.details ?? ''}\n`)
    writeFileSync(join(target, 'calls.txt'), `${calls.map(transcript).join('\n\n')}\n`)
    for (const name of ['migrations', 'schema']) {
      const from = join(place, name)
      if (existsSync(from)) cpSync(from, join(target, name), { recursive: true })
    }
    for (const name of ['old', 'new', 'seed']) if (unit[name]) cpSync(unit[name], join(target, '..', `${name}.sql`))
  }

  /** Writes the summary and holds it against the last run; returns what to print. */
  function close(results) {
    const list = groups(results)
    const verdicts = verdictMap(results)
    const before = existsSync(lastRun) ? JSON.parse(readFileSync(lastRun, 'utf8')) : {}
    writeFileSync(lastRun, JSON.stringify({ ...before, ...verdicts }, null, 1))
    writeFileSync(join(folder, 'verdicts.json'), JSON.stringify(verdicts, null, 1))
    const { mended, broken } = progress(before, verdicts)
    const since = [
      ...(mended.length > 0 ? [`mended since last time: ${mended.length}`] : []),
      ...(broken.length > 0
        ? [
            `BROKEN since last time: ${broken.length}`,
            ...broken.map((key) => `      ${key} · ${verdicts[key].slice(0, 160)}`),
          ]
        : []),
    ]
    const classes = classText(results)
    const text = (members, kinds) =>
      [
        groupText(list, { members }),
        ...(classes.length > 0 ? [['Kinds of catalog differences:', ...classes.slice(0, kinds)].join('\n')] : []),
        since.join('\n'),
        scoreTable(results),
        commandTimes(results),
      ]
        .filter(Boolean)
        .join('\n\n')
    writeFileSync(join(folder, 'summary.txt'), `${text(Infinity, Infinity)}\n`)
    return `${text(3, 25)}\n\n${folder}`
  }

  return { folder, keep, close }
}
