import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createProject } from '../support/project.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (cwd: string, program: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  })
  return { status, output: stdout + stderr }
}

/** A copy of the project's sources, to add to. */
async function copyOfProject(): Promise<string> {
  const copy = await createProject()
  for (const name of [
    'src',
    'templates/kind',
    'test/support',
    'test/cases.test.ts',
    'tsconfig.json',
    'vitest.config.ts',
    'package.json',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

test('a new kind compiles, and its case passes, as it is', { timeout: 120_000 }, async () => {
  const copy = await copyOfProject()
  const made = run(copy, process.execPath, join(root, 'scripts/new-kind.js'), 'odd-thing', '--root', copy)
  expect(made.output).toContain('changed src/kinds/index.ts')
  expect(await readFile(join(copy, 'src/kinds/index.ts'), 'utf8')).toMatch(/oddThingKind,\n\]\)/)

  expect(run(copy, process.execPath, join(copy, 'node_modules/typescript/bin/tsc'), '--noEmit')).toMatchObject({
    status: 0,
    output: '',
  })
  const cases = run(copy, process.execPath, join(copy, 'node_modules/vitest/vitest.mjs'), 'run', 'test/cases.test.ts')
  expect(cases.output).toContain('1 passed')
  expect(cases.status).toBe(0)
})

test('a name that is taken, or is none, is refused and changes nothing', async () => {
  const script = join(root, 'scripts/new-kind.js')
  expect(run(root, process.execPath, script, 'table')).toEqual({
    status: 2,
    output: 'There is already a kind table: src/kinds/table\n',
  })
  expect(run(root, process.execPath, script, 'No Name').output).toBe(
    'Usage: npm run new:kind -- NAME     with a name such as text-search\n',
  )
})
