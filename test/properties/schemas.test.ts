import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect } from '../../src/declare/declaration.js'
import { declaredObjects } from '../../src/desired/declared.js'
import { kinds } from '../../src/kinds/index.js'
import type { Side } from '../../src/plan/side.js'
import { apply, buildSide, comparable, createSubject, planBetween, readSide } from '../support/transition.js'
import { declare, models, type Model } from './model.js'

/** How many pairs of schemas are tried; each takes some 100 ms. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 60)

const scratch = await createSubject()
const subject = await createSubject()

async function sideOf(model: Model): Promise<Side> {
  const declarations = await collect(() => Promise.resolve(declare(model)))
  return buildSide(declaredObjects(declarations, scratch.server.version, kinds), scratch)
}

/** Goes to a schema and finds nothing left to do there. */
async function reach(desired: Side): Promise<{ before: Side; steps: ReturnType<typeof planBetween>['steps'] }> {
  const before = await readSide(subject)
  const { steps } = planBetween(before, desired)
  await apply(subject, steps, 'up')
  const after = await readSide(subject)
  expect(comparable(after.snapshot, desired.snapshot)).toEqual(comparable(desired.snapshot))
  expect(planBetween(after, desired).changes).toEqual([])
  return { before, steps }
}

test(
  'between any two schemas, up reaches the one and down returns to the other',
  { timeout: 60_000 + runs * 2_000 },
  async () => {
    const empty = await sideOf({ tables: [] })
    await fc.assert(
      fc.asyncProperty(models, models, async (first, second) => {
        await subject.sql.unsafe(`
        DO $$ DECLARE t text; BEGIN
          FOR t IN SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
            EXECUTE 'DROP TABLE ' || t || ' CASCADE';
          END LOOP;
        END $$`)
        const made = await reach(await sideOf(first))
        const changed = await reach(await sideOf(second))
        await apply(subject, changed.steps, 'down')
        expect(comparable((await readSide(subject)).snapshot)).toEqual(comparable(changed.before.snapshot))
        await apply(subject, made.steps, 'down')
        expect(planBetween(await readSide(subject), empty).changes).toEqual([])
      }),
      { numRuns: runs },
    )
  },
)
