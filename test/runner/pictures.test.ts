import { expect, test } from 'vitest'
import type { RevisionSummary } from '../../src/cli/presenters/history.js'
import { dot } from '../../src/cli/presenters/pictures/dot.js'
import { mermaid } from '../../src/cli/presenters/pictures/mermaid.js'
import { svg } from '../../src/cli/presenters/pictures/svg.js'
import type { CliResult } from '../support/cli.js'
import { inProcess } from '../support/in-process.js'
import { createHistory, id, succeeded, table, type TestHistory } from './history.js'

const plain = { replaces: [], dependsOn: [], labels: [], tags: [], head: false, file: null }

/** a, on which b and c stand, merged in d; x needs b. */
const summaries: readonly RevisionSummary[] = [
  { ...plain, revision: 'a1', parents: [], message: 'users', state: 'applied', tags: ['v1'] },
  { ...plain, revision: 'b1', parents: ['a1'], message: 'say "hi" & <go>', state: 'applied', current: true },
  { ...plain, revision: 'c1', parents: ['a1'], message: 'right', state: 'half applied', labels: ['cart'] },
  { ...plain, revision: 'd1', parents: ['b1', 'c1'], message: 'both', state: 'pending', head: true },
  {
    ...plain,
    revision: 'x1',
    parents: [],
    replaces: [],
    dependsOn: ['b1'],
    message: 'alone',
    state: 'pending',
    head: true,
  },
]

test('mermaid', () => {
  expect(mermaid(summaries)).toBe(`flowchart BT
  r0["<b>a1</b><br/>users<br/><i>tag v1</i>"]:::applied
  r1["<b>b1</b><br/>say #34;hi#34; #38; #60;go#62;<br/><i>current</i>"]:::current
  r0 --> r1
  r2["<b>c1</b><br/>right<br/><i>branch cart</i>"]:::half
  r0 --> r2
  r3["<b>d1</b><br/>both<br/><i>head</i>"]:::pending
  r1 --> r3
  r2 --> r3
  r4["<b>x1</b><br/>alone<br/><i>head</i>"]:::pending
  r1 -. needed by .-> r4
  classDef applied fill:#d9f2df,stroke:#2f855a,color:#1a202c
  classDef current fill:#d9f2df,stroke:#2f855a,stroke-width:3px,color:#1a202c
  classDef half fill:#fde8e8,stroke:#c53030,color:#1a202c
  classDef pending fill:#ffffff,stroke:#a0aec0,stroke-dasharray:4 3,color:#1a202c
  classDef known fill:#edf2f7,stroke:#718096,color:#1a202c`)
})

test('dot', () => {
  expect(dot(summaries)).toBe(`digraph history {
  rankdir=BT;
  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11];
  edge [color="#718096", fontname="Helvetica", fontsize=9];
  "a1" [label="a1\\nusers\\n(tag v1)", fillcolor="#d9f2df", color="#2f855a"];
  "b1" [label="b1\\nsay \\"hi\\" & <go>\\n(current)", fillcolor="#d9f2df", color="#2f855a", penwidth=3];
  "a1" -> "b1";
  "c1" [label="c1\\nright\\n(branch cart)", fillcolor="#fde8e8", color="#c53030"];
  "a1" -> "c1";
  "d1" [label="d1\\nboth\\n(head)", fillcolor="#ffffff", color="#a0aec0", style="rounded,filled,dashed"];
  "b1" -> "d1";
  "c1" -> "d1";
  "x1" [label="x1\\nalone\\n(head)", fillcolor="#ffffff", color="#a0aec0", style="rounded,filled,dashed"];
  "b1" -> "x1" [style=dashed, label="needed by"];
}`)
})

test('svg: a point for each revision, a line for each parent, all of it inside the picture', () => {
  const picture = svg(summaries)
  const count = (pattern: RegExp): number => picture.match(pattern)?.length ?? 0
  expect(count(/<circle class="(?!ring)/g)).toBe(5)
  expect(count(/class="edge"/g)).toBe(4)
  expect(count(/class="edge needs"/g)).toBe(1)
  expect(picture).toContain('>say "hi" &amp; &lt;go&gt;</text>')
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(picture)!.map(Number)
  for (const [, x] of picture.matchAll(/ (?:x|cx)="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(width!)
  for (const [, y] of picture.matchAll(/ (?:y|cy)="([\d.]+)"/g)) expect(Number(y)).toBeLessThan(height!)
  // Every element that is opened is closed.
  const open: string[] = []
  for (const [, close, name, self] of picture.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
    if (close !== '') expect(open.pop()).toBe(name)
    else if (self === '') open.push(name!)
  }
  expect(open).toEqual([])
})

test('an empty history is still a picture', () => {
  expect(svg([])).toContain('</svg>')
  expect(mermaid([])).toMatch(/^flowchart BT\n {2}classDef/)
})

const [a, b, c, x] = ['a', 'b', 'c', 'x'].map(id) as [string, string, string, string]

async function branched(): Promise<TestHistory> {
  return createHistory([
    { id: a, message: 'users', steps: [table('a')] },
    { id: b, message: 'devices', steps: [] },
    { id: c, parents: [a], message: 'baskets', labels: ['cart'], steps: [] },
    { id: x, parents: [], message: 'networks', labels: ['net'], dependsOn: [b], steps: [] },
  ])
}

const runIn = ({ root, folder, database }: TestHistory, env: object, ...args: string[]): Promise<CliResult> =>
  inProcess([...args, '--migrations', folder], { cwd: root, env: { DATABASE_URL: database.url, ...env } })

const steady = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z by \S+, \d+ ms, tidemark [\d.]+/g, 'WHEN by WHO')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d \S+@\S+/g, 'WHEN WHO')
    .replace(/commit: .*\n/g, '')
    .replace(/\d{8}T\d{4}_/g, 'MINUTE_')

test('history --verbose, ranges, formats', async () => {
  const history = await branched()
  succeeded(await runIn(history, {}, 'up', b))
  succeeded(await runIn(history, {}, 'tag', 'v1', a))
  expect(steady((await runIn(history, {}, 'history', '--verbose', ':cart@head')).stdout)).toBe(`\
○  ${c}  baskets  pending  (head, branch cart)
│    parents: ${a}
│    branch:  cart
│    state:   pending, head
│    file:    migrations/MINUTE_${c}_baskets.ts
●  ${a}  users    applied  WHEN WHO  (tag v1)
     parents: none
     tags:    v1
     state:   applied
     applied: WHEN by WHO
     file:    migrations/MINUTE_${a}_users.ts
`)
  expect(steady((await runIn(history, {}, 'history', 'v1:+1')).stderr)).toContain('TM306')
  expect(steady((await runIn(history, {}, 'history', '-1:current')).stdout)).toBe(
    `●  ${b}  devices  applied  WHEN WHO  (current, head)\n`,
  )
  expect((await runIn(history, {}, 'history', 'net', '--format', 'mermaid')).stdout).toContain('r1 -. needed by .-> r2')
  expect((await runIn(history, {}, 'history', 'net', '--format', 'dot')).stdout).toContain(
    `"${b}" -> "${x}" [style=dashed`,
  )
  expect((await runIn(history, {}, 'history', '--format', 'svg')).stdout).toMatch(/^<svg [^]*<\/svg>\n$/)
  expect((await runIn(history, {}, 'history', '--format', 'png')).stderr).toBe(`error TM007 usage
  what: option '--format <format>' argument 'png' is invalid. Allowed choices are text, mermaid, dot, svg.
  fix:  see tidemark history --help
`)
})

test('history --indicate-current asks a database', async () => {
  const history = await branched()
  const unreachable = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  expect(await runIn(history, unreachable, 'history', '--indicate-current')).toMatchObject({ code: 2 })
})

test('heads, current and branches', async () => {
  const history = await branched()
  succeeded(await runIn(history, {}, 'up', 'net'))
  expect((await runIn(history, {}, 'heads')).stdout).toBe(
    `${b}  devices   (head)\n${c}  baskets   (head, branch cart)\n${x}  networks  (head, branch net)\n`,
  )
  expect((await runIn(history, {}, 'heads', '--resolve-dependencies')).stdout).not.toContain('devices')
  expect(steady((await runIn(history, {}, 'current', '-v')).stdout))
    .toContain(`${x}  networks  (current, head, branch net)
  parents: none
  needs:   ${b}
`)
  const behind = await runIn(history, {}, 'current', '--check-heads')
  expect({ code: behind.code, last: behind.stderr.replace(/^.* lacks/, 'IT lacks') }).toEqual({
    code: 4,
    last: `IT lacks ${c}: tidemark up\n`,
  })
  succeeded(await runIn(history, {}, 'up', 'heads'))
  succeeded(await runIn(history, {}, 'current', '--check-heads'))
  expect((await runIn(history, {}, 'branches')).stdout).toBe(`base
├─ ${a}  users     → ${b} → ${c}  (cart)
╰─ ${x}  networks  head  (net)
${a}  users
├─ ${b}  devices  head
╰─ ${c}  baskets  head  (cart)
`)
  expect(JSON.parse((await runIn(history, {}, 'branches', '--json')).stdout)).toMatchObject([
    { revision: null, branches: [{ revision: a, heads: [b, c], labels: ['cart'] }, { revision: x }] },
    {
      revision: a,
      message: 'users',
      branches: [
        { revision: b, heads: [b] },
        { revision: c, labels: ['cart'] },
      ],
    },
  ])
  expect((await runIn(await createHistory([{ id: a, steps: [] }]), {}, 'branches')).stderr).toBe(
    'The history has no branches.\n',
  )
})

test('show of several, and what stands on them', async () => {
  const history = await branched()
  const { stdout } = await runIn(history, {}, 'show', 'users', 'net', '--json')
  expect(JSON.parse(stdout)).toMatchObject([
    { revision: a, children: [b, c], state: 'pending', steps: [{ mode: 'transaction' }] },
    { revision: x, dependsOn: [b], labels: ['net'], children: [] },
  ])
  expect((await runIn(history, {}, 'show', 'users')).stdout).toContain(`next:    ${b}, ${c}\n`)
  expect((await runIn(history, {}, 'show', 'base')).stderr).toBe(`error TM311 reference-out-of-range
  what: base is the state before the first revision
  why:  this command needs a revision
  fix:  name one; \`tidemark history\` lists them
`)
})

test('edit of what is only in the ledger', async () => {
  const history = await createHistory()
  const file = await history.add({ id: a, message: 'users', steps: [] })
  succeeded(await history.run('up'))
  await history.remove(file)
  expect(await runIn(history, {}, 'edit', 'current')).toEqual({
    code: 2,
    stdout: '',
    stderr: `error TM309 missing-migration-file
  what: revision ${a} has no migration file
  why:  it is known from the ledger of the database only
  fix:  check out the files that belong to this database
`,
  })
})

test('edit opens the file, and says when it cannot', async () => {
  const history = await branched()
  const edit = (env: Readonly<Record<string, string>>, ...args: string[]) =>
    runIn(history, { VISUAL: '', ...env }, 'edit', ...args)
  succeeded(await edit({ EDITOR: 'sed -i.bak s/users/people/' }, 'users'))
  expect(JSON.parse((await runIn(history, {}, 'show', a, '--json')).stdout)).toMatchObject({ message: 'people' })
  const none = await edit({ EDITOR: '' }, 'devices')
  expect({ ...none, stderr: steady(none.stderr).replaceAll(history.root, '') }).toEqual({
    code: 2,
    stdout: '',
    stderr: `error TM333 editor
  what: no editor is known
  why:  neither VISUAL nor EDITOR is set
  fix:  set EDITOR, as in: EDITOR=vim tidemark edit
        or open it yourself: /migrations/MINUTE_${b}_devices.ts
`,
  })
  expect((await edit({ EDITOR: 'false' }, 'devices')).stderr).toBe(`error TM333 editor
  what: the editor \`false\` ended with exit code 1
  fix:  correct VISUAL or EDITOR
`)
  const broken = await edit({ EDITOR: "sed -i.bak 's/export default//'" }, 'devices')
  expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('error TM304 not-a-migration') })
})
