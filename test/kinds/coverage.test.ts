import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rows } from '../../scripts/coverage.js'
import { loadDeclared } from '../../src/desired/desired.js'
import { kinds } from '../../src/kinds/index.js'
import { pullFiles } from '../../src/pull/pull.js'
import { testedMajor } from '../support/embedded.js'
import { createProject } from '../support/project.js'
import { buildSide, comparable, createSubject, sideOfSql } from '../support/transition.js'

const scratch = await createSubject()
const exported = Object.keys(await import('../../src/index.js'))

describe('docs/coverage.md says', () => {
  for (const { what, kind, attributes, sql, since = 0, until = Infinity, shownBy } of rows)
    test.skipIf(testedMajor < since || testedMajor > until)(what, async () => {
      const rules = Object.keys(kinds.named(kind).rules)
      expect(rules).toEqual(expect.arrayContaining([...attributes]))
      if (shownBy !== undefined) {
        const path = fileURLToPath(new URL(`../../${shownBy}`, import.meta.url))
        expect(existsSync(path) || shownBy.startsWith('none: ')).toBe(true)
        return
      }
      const statements = ['SET LOCAL search_path = public', sql.replaceAll('@', scratch.rolePrefix)]
      const { snapshot } = await sideOfSql(statements, scratch)
      const found = [...snapshot.objects.values()].filter((object) => object.kind === kind)
      const named = new Set(found.flatMap((object) => Object.keys(object.attributes)))
      expect(found).not.toEqual([])
      expect([...named]).toEqual(expect.arrayContaining([...attributes]))

      const { files, unexpressed } = pullFiles(snapshot, kinds, exported)
      expect(unexpressed).toEqual([])
      const folder = await createProject(Object.fromEntries(files))
      const again = await buildSide(await loadDeclared(folder, scratch.server.version, kinds), scratch)
      expect(comparable(again.snapshot)).toEqual(comparable(snapshot, again.snapshot))
    })

  test('every kind', () => {
    const covered = new Set(rows.map(({ kind }) => kind))
    expect(kinds.all.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([])
  })
})
