import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProcess } from '../support/in-process.js'
import { createProject } from '../support/project.js'

/** A project without a database; its migrations are a1 → b2 and, beside b2, the branch `cart` with c3. */
async function project(config: object = {}, files: Readonly<Record<string, string>> = {}) {
  const file = (id: string, parents: string, message: string, rest = ''): string =>
    `import { migration } from 'tidemark'\n\nexport default migration({ revision: '${id}', parents: [${parents}], message: '${message}'${rest} }, [])\n`
  const cwd = await createProject({
    'tidemark.config.json': JSON.stringify(config),
    'migrations/1_a1.ts': file('a1', '', 'users'),
    'migrations/2_b2.ts': file('b2', "'a1'", 'devices'),
    'migrations/3_c3.ts': file('c3', "'a1'", 'baskets', ", labels: ['cart']"),
    ...files,
  })
  return { cwd, run: (...args: string[]) => inProcess(args, { cwd }) }
}

const headOf = (text: string): string => /migration\(\s*\{([^}]*)\}/.exec(text)![1]!.replace(/\s+/g, ' ').trim()

async function written(cwd: string): Promise<string> {
  const names = await readdir(join(cwd, 'migrations'))
  const name = names.find((file) => /^\d{8}T/.test(file))!
  return readFile(join(cwd, 'migrations', name), 'utf8')
}

describe('revision', () => {
  test('says its place in the history', async () => {
    const { cwd, run } = await project()
    const { code, stderr } = await run(
      ...['revision', '-m', 'vouchers', '--head', 'cart@head', '--branch-label', 'vouchers', '--depends-on', 'devices'],
      ...['--rev-id', 'd4'],
    )
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^Wrote migrations\/\d{8}T\d{4}_d4_vouchers\.ts\n$/),
    })
    expect(headOf(await written(cwd))).toBe(
      "revision: 'd4', parents: ['c3'], message: 'vouchers', labels: ['vouchers'], dependsOn: ['b2'],",
    )
    expect((await run('show', 'vouchers@head')).stdout).toContain('d4')
  })

  test('begins a branch, or a history beside the history', async () => {
    const { cwd, run } = await project()
    expect((await run('revision', '-m', 'm', '--head', 'a1', '--splice', '--rev-id', 'd4')).code).toBe(0)
    expect(headOf(await written(cwd))).toBe("revision: 'd4', parents: ['a1'], message: 'm',")
    const alone = await run('revision', '-m', 'networks', '--head', 'base', '--json')
    expect(JSON.parse(alone.stdout)).toMatchObject({ parents: [], message: 'networks' })
  })

  test('on what is no head', async () => {
    const { run } = await project()
    expect(await run('revision', '-m', 'm', '--head', 'a1')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error TM318 not-a-head
  what: revision a1 (users) is not a head: b2 (devices) stands on it
  why:  another revision on it makes a second head
  fix:  stand on a head: \`tidemark heads\` shows them
        or say that a new branch is meant: --splice
`,
    })
  })

  test('with names that are taken or cannot be said', async () => {
    const { run } = await project()
    const failing = async (...args: string[]) => (await run('revision', '-m', 'm', '--head', 'devices', ...args)).stderr
    expect(await failing('--rev-id', 'a1')).toBe(`error TM319 invalid-name
  what: "a1" cannot be a revision id
  why:  it is the id of a1 (users)
  fix:  choose another
`)
    expect(await failing('--branch-label', 'cart')).toBe(`error TM319 invalid-name
  what: "cart" cannot be a label
  why:  it is a label of c3 (baskets)
  fix:  choose another
`)
    expect(await failing('--branch-label', 'a@b')).toBe(`error TM319 invalid-name
  what: "a@b" cannot be a label
  why:  no reference could name it: @, : and spaces mean something there
  fix:  use letters, digits and _ . / + -
`)
    expect(await failing('--rev-id', 'head')).toBe(`error TM319 invalid-name
  what: "head" cannot be a revision id
  why:  head means something else in a reference
  fix:  choose another
`)
  })

  test('from a template of Tidemark, of the project, or a path', async () => {
    const template = `// {message}\nexport default { revision: '{revision}', parents: ['{parents}'], message: '{message}',\n  labels: ['{labels}'],\n  steps: [] }\n`
    const { cwd, run } = await project({}, { 'templates/empty.ts': template, 'other/bare.ts': 'export default 1\n' })
    const revision = (...args: string[]) => run('revision', '-m', "it's", '--head', 'b2', '--rev-id', 'd4', ...args)
    expect((await revision()).code).toBe(0)
    expect(await written(cwd)).toBe(
      "// {message}\nexport default { revision: 'd4', parents: ['b2'], message: 'it\\'s',\n  steps: [] }\n",
    )
    expect((await run('revision', '-m', 'm', '--head', 'd4', '--template', 'concurrently')).code).toBe(0)
    const next = ['revision', '-m', 'm', '--head', 'c3'] as const
    expect((await run(...next, '--template', 'nothing')).stderr.replaceAll(cwd, '')).toBe(`error TM332 template
  what: there is no template called nothing
  why:  there are concurrently, empty
  fix:  use one of these, or write your own: /templates/nothing.ts
`)
    expect((await run(...next, '--template', './other/bare.ts')).stderr.replaceAll(cwd, '')).toBe(
      `error TM332 template
  what: the template has no '{revision}'
  why:  a template says '{revision}', '{message}', '{parents}', '{labels}', '{dependsOn}' where these belong
  fix:  correct the template
  at:   other/bare.ts
`,
    )
  })

  test('is named as the config says, and goes through its commands', async () => {
    const { cwd, run } = await project({
      fileName: '{year}/{revision}-{slug}',
      afterWrite: ['echo noise && sed -i.bak s/users/people/', 'rm -f migrations/20*/*.bak && true'],
    })
    const { code, stdout } = await run('revision', '-m', 'more users', '--head', 'b2', '--rev-id', 'd4', '--json')
    expect(code).toBe(0)
    const { file } = JSON.parse(stdout) as { file: string }
    expect(file.slice(cwd.length)).toMatch(/^\/migrations\/20\d\d\/d4-more_users\.ts$/)
    expect(await readFile(file, 'utf8')).toContain("message: 'more people'")
    expect((await run('show', 'd4')).code).toBe(0)
  })

  test('whose command fails', async () => {
    const { run } = await project({ afterWrite: ['echo not formatted && false'] })
    const { code, stderr } = await run('revision', '-m', 'm', '--head', 'b2', '--rev-id', 'd4')
    expect({ code, stderr: stderr.replace(/\d{8}T\d{4}/, 'MINUTE') }).toEqual({
      code: 2,
      stderr: `error TM331 after-write-failed
  what: the file is written, and \`echo not formatted && false\` then failed with exit code 1
  why:  not formatted
  fix:  correct \`afterWrite\` in the config file, or what it complains of
  at:   migrations/MINUTE_d4_m.ts
`,
    })
  })

  test('with a file name that cannot be', async () => {
    const { run } = await project({ fileName: '{when}_{revision}' })
    expect((await run('heads')).stderr).toBe(`error TM003 invalid-config
  what: fileName of the configuration cannot name files
  why:  {when} means nothing; known are {revision}, {slug}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}
  fix:  correct it
  at:   tidemark.config.json
`)
    const other = await project({ fileName: '{slug}' })
    expect((await other.run('heads')).stderr).toContain('why:  it lacks {revision}, which keeps two files apart')
  })
})

describe('tag', () => {
  test('sets, lists, moves and takes away', async () => {
    const { cwd, run } = await project()
    expect((await run('tag')).stderr).toBe('There are no tags.\n')
    expect(await run('tag', 'v1.10', 'cart')).toEqual({ code: 0, stdout: '', stderr: 'v1.10 names c3  baskets\n' })
    await run('tag', 'v1.9', 'devices')
    expect(await readFile(join(cwd, 'migrations/tags'), 'utf8')).toBe('v1.9 b2\nv1.10 c3\n')
    expect((await run('tag')).stdout).toBe('v1.9   b2  devices\nv1.10  c3  baskets\n')
    expect(JSON.parse((await run('show', 'v1.9-1', '--json')).stdout)).toMatchObject({ revision: 'a1' })
    expect((await run('tag', 'v1.9', 'a1')).stderr).toBe(`error TM317 invalid-tag
  what: the tag v1.9 already names b2
  why:  others may rely on it
  fix:  choose another name, or move it: --force
`)
    expect((await run('tag', 'v1.9', 'a1', '--force')).stderr).toBe('v1.9 names a1  users\n')
    expect((await run('tag', 'v1.9', '--delete')).stderr).toBe('v1.9 no longer names a1.\n')
    expect(JSON.parse((await run('tag', '--json')).stdout)).toEqual([
      { tag: 'v1.10', revision: 'c3', message: 'baskets' },
    ])
    expect((await run('tag', 'v2', '--delete')).stderr).toBe(`error TM317 invalid-tag
  what: there is no tag v2
  why:  there are v1.10
  fix:  \`tidemark tag\` lists them
`)
  })

  test('a name that is a label, and a file that a merge left', async () => {
    const { cwd, run } = await project()
    expect((await run('tag', 'cart', 'a1')).stderr).toBe(`error TM319 invalid-name
  what: "cart" cannot be a tag
  why:  it is a label of c3 (baskets)
  fix:  choose another
`)
    await mkdir(join(cwd, 'migrations'), { recursive: true })
    await writeFile(join(cwd, 'migrations/tags'), 'v1 a1\nv1 b2\n')
    expect((await run('heads')).stderr).toBe(`error TM317 invalid-tag
  what: two lines give the tag v1 a revision
  why:  each line is a name, a space and the whole id of a revision, as in: v1.4 3f9c2a1b7d04
  fix:  correct the line (a merge may have left it)
  at:   migrations/tags:2
        v1 b2
`)
    await writeFile(join(cwd, 'migrations/tags'), '<<<<<<< HEAD\nv1 b2\n')
    expect((await run('heads')).stderr).toBe(`error TM317 invalid-tag
  what: a line of this file is not a tag
  why:  each line is a name, a space and the whole id of a revision, as in: v1.4 3f9c2a1b7d04
  fix:  correct the line (a merge may have left it)
  at:   migrations/tags:1
        <<<<<<< HEAD
`)
  })
})
