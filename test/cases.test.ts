import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Declared } from '../src/desired/declared.js'
import { loadDeclared } from '../src/desired/desired.js'
import { kinds } from '../src/kinds/index.js'
import type { PlannedStep } from '../src/plan/plan.js'
import type { Side } from '../src/plan/side.js'
import { pullFiles } from '../src/pull/pull.js'
import { testedMajor } from './support/embedded.js'
import { messageFrom } from './support/message.js'
import { createProject } from './support/project.js'
import { common, readRows, together } from './support/rows.js'
import {
  apply,
  buildSide,
  comparable,
  createSubject,
  dropRolesAfter,
  planBetween,
  readSide,
  type Subject,
} from './support/transition.js'

/** What case.json may say. */
interface Settings {
  /** The first and the last major version that the case is about. */
  readonly from?: number
  readonly to?: number
  /** The first major version for which up.sql and down.sql are meant, where older ones need other statements. */
  readonly planFrom?: number
  /** Roles that the history made: those are dropped when their declaration goes. */
  readonly roles?: readonly string[]
  /** Why a value cannot come back as it was; it is then not looked at after the way back. */
  readonly lossy?: string
  /** Tables between which partitions are moved: only together do they keep their rows. */
  readonly together?: readonly string[]
}

const root = fileURLToPath(new URL('cases/', import.meta.url))
/** The beginning of the names of all roles that cases make. */
const rolePrefix = 'case_'

const scratch = await createSubject('', rolePrefix)
const exported = Object.keys(await import('../src/index.js'))

for (const kind of (await readdir(root)).sort())
  describe(kind, async () => {
    for (const name of (await readdir(join(root, kind))).sort()) {
      const folder = join(root, kind, name)
      const settings = await settingsOf(folder)
      const meant = testedMajor >= (settings.from ?? 0) && testedMajor <= (settings.to ?? Infinity)
      const run = existsSync(join(folder, 'error.txt')) ? refuses : proves
      test.skipIf(!meant)(name.replaceAll('-', ' '), () => run(folder, settings))
    }
  })

async function settingsOf(folder: string): Promise<Settings> {
  const text = await readFile(join(folder, 'case.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text) as Settings
}

/** The declaration is an error, and error.txt is the whole message. */
async function refuses(folder: string): Promise<void> {
  await given(folder)
  const message = await messageFrom(declaredIn(folder).then((declared) => buildSide(declared, scratch)))
  await expect(`${message.replaceAll(folder, '')}\n`).toMatchFileSnapshot(join(folder, 'error.txt'))
}

/** The plan is what the files say, and it does what it promises, both ways. */
async function proves(folder: string, { roles, lossy, planFrom = 0, together: moved = [] }: Settings): Promise<void> {
  const { subject, before } = await given(folder)
  const [built, desired] = await desiredOf(join(folder, 'desired.ts'), before)
  expect(comparable(desired.snapshot)).toEqual(comparable(built.snapshot))
  const { steps } = planBetween(before, desired, roles)
  if (testedMajor >= planFrom) {
    await expect(script(steps, 'up')).toMatchFileSnapshot(join(folder, 'up.sql'))
    await expect(script(steps, 'down')).toMatchFileSnapshot(join(folder, 'down.sql'))
  }
  const rows = together(await readRows(subject), moved)

  await apply(subject, steps, 'up')
  const after = await readSide(subject)
  expect(comparable(after.snapshot, desired.snapshot)).toEqual(comparable(desired.snapshot))
  expect(planBetween(after, desired, roles).changes).toEqual([])
  const rowsAfter = together(await readRows(subject), moved)
  const [kept, keptAfter] = common([rows, rowsAfter], { sameType: true })
  expect(keptAfter).toEqual(kept)
  await expectPullToReadBack(after)

  await apply(subject, steps, 'down')
  const back = await readSide(subject)
  expect(comparable(back.snapshot, before.snapshot)).toEqual(comparable(before.snapshot))
  if (lossy === undefined) {
    const [first, , last] = common([rows, rowsAfter, together(await readRows(subject), moved)], { sameType: false })
    expect(last).toEqual(first)
  }
  await expectPullToReadBack(back)
}

async function given(folder: string): Promise<{ subject: Subject; before: Side }> {
  const subject = await createSubject(await readFile(join(folder, 'current.sql'), 'utf8'), rolePrefix)
  dropRolesAfter(subject)
  return { subject, before: await readSide(subject) }
}

const declaredIn = (path: string): Promise<Declared> => loadDeclared(path, scratch.server.version, kinds)

/** What files declare, all of it built, and built only as far as `live` does not tell. */
async function desiredOf(path: string, live: Side): Promise<[Side, Side]> {
  const declared = await declaredIn(path)
  return [await buildSide(declared, scratch), await buildSide(declared, scratch, live)]
}

/** What `pull` writes declares the same database. */
async function expectPullToReadBack(side: Side): Promise<void> {
  const { snapshot } = side
  const { files, unexpressed } = pullFiles(snapshot, kinds, exported)
  expect(unexpressed).toEqual([])
  const folder = await createProject(Object.fromEntries(files))
  for (const again of await desiredOf(folder, side))
    expect(comparable(again.snapshot)).toEqual(comparable(snapshot, again.snapshot))
}

/** The statements of a plan, as psql would take them. */
function script(steps: readonly PlannedStep[], heading: 'up' | 'down'): string {
  const ordered = heading === 'up' ? steps : steps.toReversed()
  return ordered
    .map((step) => {
      const alone = step.mode === 'alone' ? '-- outside a transaction\n' : ''
      return alone + step[heading].map((statement) => `${statement.text()};\n`).join('')
    })
    .join('')
}
