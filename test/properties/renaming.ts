import fc from 'fast-check'
import { readCatalog, type CatalogReading } from '../../src/catalog/read.js'
import type { CatalogObject } from '../../src/catalog/snapshot.js'
import { renamedInRounds } from '../../src/autogenerate/rename-rounds.js'
import type { Database } from '../../src/database/database.js'
import { renameOf } from '../../src/desired/declared.js'
import { diff } from '../../src/diff/diff.js'
import type { Rename } from '../../src/diff/rename.js'
import { kinds } from '../../src/kinds/index.js'
import { isStable } from '../../src/kinds/partition/attachment.js'
import { plan } from '../../src/plan/plan.js'
import type { Side } from '../../src/plan/side.js'
import { lastName, quoteIdentifier } from '../../src/sql/identifier.js'
import type { Rows } from '../support/rows.js'
import { asFarAsTaken, inEmpty, scopeOf, sideIn } from '../support/transition.js'
import { statementsOf, type Pair, type Trial } from './transition.js'

/** Something that is called otherwise in the second schema, by the id that it has without any new name. */
export interface NewName {
  readonly id: string
  readonly name: string
}

/** Two schemas, and what of the second is called otherwise there. */
export interface RenamedPair extends Pair {
  readonly names: readonly NewName[]
}

/** How many schemas, objects in schemas and parts of those get another name. */
const most = [1, 4, 5]

/** By which numbers those are chosen. */
export const picks = fc.array(fc.nat(9999), { minLength: 10, maxLength: 10 })

type Named = CatalogObject<{ name?: string; inherited?: unknown }>

/** Gives new names to some of what both schemas of a pair hold. */
export async function withNames(pair: Pair, numbers: readonly number[], trial: Trial): Promise<RenamedPair> {
  const { rolePrefix } = trial.scratch
  const first = await trial.sideOf(statementsOf(pair, 'first', rolePrefix))
  const second = await trial.sideOf(statementsOf(pair, 'second', rolePrefix))
  const isShared = (id: string): boolean => first.get(id) !== undefined && trial.empty.get(id) === undefined
  const left = [...numbers]
  const names: NewName[] = []
  for (const [level, count] of most.entries()) {
    const list = [...second.snapshot.objects.values()].filter(
      (object) => levelOf(object) === level && canBeRenamed(object) && isShared(object.id),
    )
    for (let done = 0; done < count && list.length > 0; done++) {
      const number = left.shift()!
      const [object] = list.splice(number % list.length, 1)
      const other = number % 3 === 0 ? list.findIndex((item) => isBeside(item, object!)) : -1
      if (other >= 0) {
        const [exchanged] = list.splice(other, 1)
        names.push({ id: object!.id, name: nameOf(exchanged!) }, { id: exchanged!.id, name: nameOf(object!) })
      } else {
        const prefix = object!.kind === 'role' ? rolePrefix : ''
        names.push({ id: object!.id, name: `${prefix}new ${names.length + 1}` })
      }
    }
  }
  return { ...pair, names }
}

const nameOf = ({ attributes }: Named): string => attributes.name!

/** Whether two objects could have each other's name. */
const isBeside = (one: CatalogObject, other: CatalogObject): boolean =>
  one.kind === other.kind && kinds.parentOf(one) === kinds.parentOf(other) && schemaOf(one) === schemaOf(other)

const schemaOf = ({ attributes }: CatalogObject): string | undefined => (attributes as { schema?: string }).schema

const levelOf = (object: CatalogObject): number =>
  object.kind === 'schema' ? 0 : kinds.parentOf(object) === undefined ? 1 : 2

function canBeRenamed(object: Named): boolean {
  const { name, inherited } = object.attributes
  return kinds.of(object).sql.rename !== undefined && name !== undefined && inherited === undefined
}

/** From nothing to the first schema, to the second with its new names, and all the way back. */
export async function tryRenamed(pair: RenamedPair, trial: Trial): Promise<void> {
  const { scratch } = trial
  const first = await trial.sideOf(statementsOf(pair, 'first', scratch.rolePrefix))
  const { unrenamed, second, newId, declared, answers } = await inEmpty(scratch, async (database) => {
    await database.sql.unsafe(asFarAsTaken(statementsOf(pair, 'second', scratch.rolePrefix))).simple()
    const unrenamed = await sideIn(database, scratch)
    const renamed = await calledOtherwise(pair.names, database)
    return { ...renamed, unrenamed, second: await sideIn(database, scratch) }
  })
  const oldIds = new Map([...newId].map(([from, to]) => [to, from]))
  await trial.thereAndBack(first, second, pair.rows, {
    unrenamed,
    plan: async (current, _subject, roles) => {
      const scope = scopeOf(current.snapshot, second.snapshot, roles)
      const changes = diff(current.snapshot, second.snapshot, kinds, scope)
      const ask = (): Promise<boolean> => Promise.resolve(false)
      const said = { declared, renames: 'ask', rename: answers, noRename: [], ask } as const
      const onScratch = <T>(use: (database: Database) => Promise<T>): Promise<T> =>
        inEmpty(scratch, async (database) => {
          await database.sql.unsafe('SET LOCAL check_function_bodies = off')
          return await use(database)
        })
      const after = await renamedInRounds(changes, current, second, said, scope, onScratch, kinds)
      return [...after.steps, ...plan(after.rest, after.current, second, kinds)]
    },
    underNewNames: (rows) => underOtherNames(rows, (id) => newId.get(id)),
    underOldNames: (rows) =>
      withoutPassed(
        underOtherNames(rows, (id) => oldIds.get(id)),
        first,
        unrenamed,
      ),
  })
}

interface Renamed {
  readonly declared: readonly Rename[]
  /** As flags say it: `old=new`. */
  readonly answers: readonly string[]
  /** The ids that all have in the end, by those that they had. */
  readonly newId: ReadonlyMap<string, string>
}

/** Gives objects of a database their new names, as far as PostgreSQL lets it; gives what would be said of them. */
async function calledOtherwise(names: readonly NewName[], database: Database): Promise<Renamed> {
  const read = (): Promise<CatalogReading> => readCatalog(database, kinds, (reading) => Promise.resolve(reading))
  const start = await read()
  const { objects } = start.snapshot
  let now = start
  let newId = new Map(start.addresses.shared(start.addresses))
  const current = (id: string): CatalogObject | undefined => now.snapshot.objects.get(newId.get(id) ?? '')
  const isExchanged = ({ id, name }: NewName): boolean =>
    names.some((other) => other.id !== id && objects.has(other.id) && nameOf(objects.get(other.id)!) === name)
  const aside = names.flatMap((item, index) => (isExchanged(item) ? { id: item.id, name: `aside ${index}` } : []))
  for (const { id, name } of [...aside, ...names]) {
    const object = current(id)
    if (object === undefined) continue
    const statements = [kinds.of(object).sql.rename!(object.attributes, { ...object.attributes, name })].flat()
    const run = database.sql.unsafe(statements.map(String).join(';\n')).simple()
    // What PostgreSQL refuses keeps its name.
    await run.catch(() => undefined)
    now = await read()
    newId = new Map(start.addresses.shared(now.addresses))
  }
  const said = (list: readonly NewName[]): Rename[] =>
    list.flatMap(({ id }) => {
      const object = current(id)
      const before = objects.get(id)
      if (object === undefined || before === undefined || nameOf(object) === nameOf(before)) return []
      return renameOf(object, nameOf(before), kinds)
    })
  return {
    declared: said(names.filter((item) => !isExchanged(item))),
    // A declaration could not tell whether those that are alike have been exchanged already.
    answers: said(names.filter(isExchanged)).map(({ from, to }) => [from, to].map(withoutKind).join('=')),
    newId,
  }
}

const withoutKind = (id: string): string => id.slice(id.indexOf(' ') + 1)

/** Rows of tables and columns that are called otherwise. */
function underOtherNames(rows: Rows, otherId: (id: string) => string | undefined): Rows {
  return new Map(
    [...rows].map(([table, { columns, rows: list }]) => {
      const other = (column: string): string => {
        const id = otherId(`column ${table}.${quoteIdentifier(column)}`)
        return id === undefined ? column : lastName(id)
      }
      const renamed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries(Object.entries(record).map(([column, value]) => [other(column), value]))
      const name = otherId(`table ${table}`)?.slice('table '.length) ?? table
      return [name, { columns: renamed(columns), rows: list.map(renamed) }]
    }),
  )
}

/** Without the columns that a child of INHERITS has from other parents than before: it may have them under names of those. */
function withoutPassed(rows: Rows, first: Side, second: Side): Rows {
  const isPassed = (table: string, column: string): boolean =>
    !isStable(table, first.snapshot, second.snapshot) &&
    [first, second].some((side) => {
      const found = side.get(`column ${table}.${quoteIdentifier(column)}`)
      return found !== undefined && 'inherited' in found.attributes
    })
  return new Map(
    [...rows].map(([name, table]) => {
      const columns = Object.entries(table.columns).filter(([column]) => !isPassed(name, column))
      return [name, { ...table, columns: Object.fromEntries(columns) }]
    }),
  )
}
