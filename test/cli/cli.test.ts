import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { stopProjectServer } from '../../src/database/project-server.js'
import { commandNames } from '../../src/cli/registry.js'
import { tidemark } from '../support/cli.js'
import { createProject } from '../support/project.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

test('--version', async () => {
  expect(await tidemark(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help lists every command, on stdout', async () => {
  const { code, stdout, stderr } = await tidemark(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const name of commandNames) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'))
})

test('without a command there is nothing to run', async () => {
  expect(await tidemark([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage: tidemark') })
})

test.each(commandNames.map((name) => [name]))('%s --help has examples', async (name) => {
  const { code, stdout } = await tidemark([name, '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^Usage: tidemark ${name} `))
  expect(stdout).toContain(`\nExamples:\n  `)
  expect((await tidemark(['help', name])).stdout).toBe(stdout)
})

test('an unknown command', async () => {
  expect(await tidemark(['servr'])).toEqual({
    code: 2,
    stdout: '',
    stderr: `\
error TM007 usage
  what: unknown command 'servr'
  fix:  did you mean server?
        see tidemark --help
`,
  })
})

test('an unknown flag', async () => {
  expect(await tidemark(['server', '--jsn'])).toEqual({
    code: 2,
    stdout: '',
    stderr: `\
error TM007 usage
  what: unknown option '--jsn'
  fix:  did you mean --json?
        see tidemark server --help
`,
  })
})

test('an error under --json is one document on stdout, and still readable on stderr', async () => {
  const { code, stdout, stderr } = await tidemark(['server', 'sttus', '--json'])
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toEqual({
    errors: [
      {
        severity: 'error',
        code: 'TM007',
        rule: 'usage',
        what: 'server has no action sttus',
        fix: 'use one of status, start, stop, url',
      },
    ],
  })
  expect(stderr).toContain('error TM007 usage\n')
})

test('server: status, start, url, stop', async () => {
  const cwd = await createProject({ 'tidemark.config.json': '{}' })
  onTestFinished(async () => void (await stopProjectServer(cwd)))
  const run = (...args: string[]) => tidemark(['server', ...args], { cwd })

  expect(await run()).toEqual({ code: 0, stdout: expect.stringMatching(/^not running; data in /), stderr: '' })
  expect((await run('start')).stdout).toMatch(/^PostgreSQL 18 at postgres@127\.0\.0\.1:\d+\/postgres; data in /)
  const { stdout: url } = await run('url')
  expect(url).toMatch(/^postgres:\/\/postgres:[\w-]{32}@127\.0\.0\.1:\d+\/postgres\n$/)
  const status = await run('status', '--json')
  expect(JSON.parse(status.stdout)).toMatchObject({ running: true, major: 18 })
  expect(status.stdout).not.toContain(new URL(url).password)
  expect(await run('stop')).toEqual({ code: 0, stdout: '', stderr: 'Stopped.\n' })
  expect(await run('stop')).toEqual({ code: 0, stdout: '', stderr: 'It was not running.\n' })
})
