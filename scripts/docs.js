// Makes docs/cli.md, docs/coverage.md, docs/exit-codes.md and docs/errors/ from what the built code says of itself.
// With --check nothing is written: it fails when a file is not what it would be.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { helpOfProgram } from '../dist/cli/help.js'
import { helpOf } from '../dist/cli/program.js'
import { commands } from '../dist/cli/registry.js'
import { codes } from '../dist/errors/codes.js'
import { exitCodes } from '../dist/errors/error.js'
import { exitCodeMeanings } from '../dist/errors/exit-codes.js'
import { kinds } from '../dist/kinds/index.js'
import { coverage } from './coverage.js'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))
const generated = '<!-- Made by `npm run docs`; change the code instead. -->'

const groups = {
  TM0: 'Input, configuration, connection',
  TM1: 'Declarations',
  TM2: 'Hazards',
  TM3: 'Revisions, runner, lock',
  TM4: 'Findings',
}

const page = (title, ...parts) => [`# ${title}`, generated, ...parts, ''].join('\n\n').trimEnd() + '\n'
const block = (text) => `\`\`\`text\n${text}\n\`\`\``

function cli() {
  return page(
    'The command line',
    block(helpOfProgram(commands)),
    'These flags win over the environment and the config file, and every command takes them: `--config`, `--url`, `--schema`,\n' +
      '`--migrations`, `--scratch-url`, `--allow`, `--yes`, `--json`, `--quiet`. Below, each command lists those that it uses.',
    ...commands.flatMap((command) => [`## tidemark ${command.name}`, block(helpOf(command))]),
  )
}

function exits() {
  const rows = Object.entries(exitCodes).map(([name, code]) => `| ${code} | ${exitCodeMeanings[name]} |`)
  return page('Exit codes', ['| code | meaning |', '|---:|---|', ...rows].join('\n'))
}

function errorIndex() {
  const sections = Object.entries(groups).flatMap(([prefix, title]) => {
    const rows = Object.entries(codes)
      .filter(([code]) => code.startsWith(prefix))
      .map(([code, { rule }]) => `| [${code}](${code}.md) | ${rule} |`)
    return rows.length === 0 ? [] : [`## ${title}`, ['| code | rule |', '|---|---|', ...rows].join('\n')]
  })
  return page('Error codes', ...sections)
}

const files = {
  'cli.md': cli(),
  'coverage.md': page('What is covered', ...coverage(kinds)),
  'exit-codes.md': exits(),
  'errors/README.md': errorIndex(),
  ...Object.fromEntries(
    Object.entries(codes).map(([code, { rule, explanation }]) => [
      `errors/${code}.md`,
      page(`${code} ${rule}`, explanation, '[All codes](README.md)'),
    ]),
  ),
}

const existing = await readdir(`${docs}errors`).catch(() => [])
const stale = existing.map((name) => `errors/${name}`).filter((name) => !Object.hasOwn(files, name))
const check = process.argv.includes('--check')
const different = []
for (const [name, text] of Object.entries(files)) {
  if ((await readFile(docs + name, 'utf8').catch(() => undefined)) === text) continue
  different.push(name)
  if (check) continue
  await mkdir(dirname(docs + name), { recursive: true })
  await writeFile(docs + name, text)
}
if (!check) for (const name of stale) await rm(docs + name)

const wrong = [...different, ...stale]
if (check && wrong.length > 0) {
  console.error(`Not up to date; run npm run docs: ${wrong.map((name) => `docs/${name}`).join(', ')}`)
  process.exitCode = 1
} else if (!check) {
  console.log(wrong.length === 0 ? 'Nothing to do.' : wrong.map((name) => `docs/${name}`).join('\n'))
}
