import type { Parent, Part } from '../../declare/declaration.js'
import { PartBuilder } from '../../declare/part-builder.js'
import { nameOf, schemaOf, type Name } from '../../declare/name.js'
import { qualified } from '../../sql/identifier.js'
import { defaultName } from '../../sql/default-name.js'
import { Sql } from '../../sql/sql.js'
import type { Column } from '../column/reference.js'
import type { IndexKeyBuilder } from '../index/key.js'
import { keyText } from '../index/sql.js'
import {
  constraintKind,
  type Action,
  type ConstraintAttributes,
  type ExclusionElement,
  type References,
} from './constraint.js'

/** What can be said of any constraint. */
export class ConstraintBuilder extends PartBuilder<ConstraintAttributes, Partial<ConstraintAttributes>> {
  readonly #name: string | undefined
  readonly #suffix: string
  /** Set only when it is read: what it refers to may be declared in a file that is not loaded yet. */
  protected late: () => Partial<ConstraintAttributes> = () => ({})

  constructor(name: string | undefined, suffix: string, said: Partial<ConstraintAttributes>) {
    super(constraintKind, said)
    this.#name = name
    this.#suffix = suffix
  }

  deferrable(initially: 'immediate' | 'deferred' = 'immediate'): this {
    return this.set({ deferrable: true, initiallyDeferred: initially === 'deferred' })
  }

  /** NOT VALID: rows that were there before are not known to obey it. */
  notValid(): this {
    return this.set({ notValid: true })
  }

  /** NOT ENFORCED (18). */
  notEnforced(): this {
    return this.set({ notEnforced: true })
  }

  protected describe({ schema, name: table }: Parent): ConstraintAttributes {
    const attributes = { ...this.said, ...this.late() }
    const columns = this.#suffix === 'pkey' ? [] : (attributes.columns ?? [])
    const name = this.#name ?? defaultName([table, ...columns], this.#suffix)
    return { schema, table, name, ...attributes } as ConstraintAttributes
  }
}

const columnNames = (columns: readonly Column[]): readonly string[] => columns.map((column) => column.name)

export class KeyBuilder extends ConstraintBuilder {
  /** INCLUDE (…) */
  include(...columns: readonly Column[]): this {
    return this.set({ include: columnNames(columns) })
  }

  /** The last column is a range, and no two ranges overlap (WITHOUT OVERLAPS, 18). */
  withoutOverlaps(): this {
    return this.set({ period: true })
  }

  nullsNotDistinct(): this {
    return this.set({ nullsNotDistinct: true })
  }

  /** Its index becomes a part of a plain unique index of the parent table. */
  attachedTo(index: Name): this {
    return this.set({ attachedTo: qualified(schemaOf(index), nameOf(index)) })
  }

  /** Of a partitioned table: not for its partitions, which get theirs later (ALTER TABLE ONLY). */
  only(): this {
    return this.set({ invalid: true })
  }

  tablespace(tablespace: string): this {
    return this.set({ tablespace })
  }

  /** Storage parameters of its index. */
  options(options: Readonly<Record<string, string | number | boolean>>): this {
    return this.set({
      options: Object.entries(options).map(([key, value]) => `${key}=${value}`),
    })
  }
}

/** PRIMARY KEY over several columns: `primaryKey().on(t.device_uid, t.ts)`. */
export const primaryKey = (name?: string) => ({
  on: (...columns: readonly Column[]) =>
    new KeyBuilder(name, 'pkey', { type: 'primary key', columns: columnNames(columns) }),
})

/** UNIQUE: `unique('uq_device_msg').on(t.device_uid, t.msg_id, t.ts)`. */
export const unique = (name?: string) => ({
  on: (...columns: readonly Column[]) => new KeyBuilder(name, 'key', { type: 'unique', columns: columnNames(columns) }),
})

export interface ReferentialActions {
  readonly onUpdate?: Action
  readonly onDelete?: Action
}

export class ForeignKeyBuilder extends ConstraintBuilder {
  #references: Partial<References> = {}

  constructor(name: string | undefined, columns: readonly string[], to: () => readonly Column[]) {
    super(name, 'fkey', { type: 'foreign key', columns })
    this.late = () => {
      const target = to()
      const { schema, name: table } = target[0]!.table
      return { references: { schema, table, columns: columnNames(target), ...this.#references } }
    }
  }

  onUpdate(onUpdate: Action): this {
    this.#references = { ...this.#references, onUpdate }
    return this
  }

  /** SET NULL and SET DEFAULT may be restricted to some of the columns (15). */
  onDelete(onDelete: Action, ...columns: readonly Column[]): this {
    const onDeleteColumns = columns.length > 0 ? { onDeleteColumns: columnNames(columns) } : {}
    this.#references = { ...this.#references, onDelete, ...onDeleteColumns }
    return this
  }

  matchFull(): this {
    this.#references = { ...this.#references, match: 'full' }
    return this
  }

  /** The last column of both sides is a range (PERIOD, 18). */
  period(): this {
    return this.set({ period: true })
  }
}

/** FOREIGN KEY: `foreignKey('fk_owner').on(t.owner_id).references(() => [users.id]).onDelete('cascade')`. */
export const foreignKey = (name?: string) => ({
  on: (...columns: readonly Column[]) => ({
    references: (to: () => readonly Column[]) => new ForeignKeyBuilder(name, columnNames(columns), to),
  }),
})

export class CheckBuilder extends ConstraintBuilder {
  /** NO INHERIT: does not hold for children of the table. */
  noInherit(): this {
    return this.set({ noInherit: true })
  }
}

/** CHECK: `check('price_positive', sql`price > 0`)`. */
export const check = (name: string, expression: Sql): CheckBuilder =>
  new CheckBuilder(name, 'check', { type: 'check', expression: expression.text() })

/**
 * Of a partition or another child: its rows obey a check of its parent that is NOT VALID there. To validate a large table
 * partition by partition is to declare this for one after the other, and in the end the check of the parent as valid.
 * `validated('price_positive')`
 */
export const validated = (name: string): Part & { with(...parts: readonly Part[]): Part } =>
  new ConstraintBuilder(name, 'check', { type: 'check', inherited: true })

export class ExclusionBuilder extends KeyBuilder {
  where(predicate: Sql): this {
    return this.set({ predicate: predicate.text() })
  }
}

/** EXCLUDE: `exclude('no_overlap').using('gist').with([t.room, '='], [t.during, '&&'])`. */
export const exclude = (name: string) => ({
  using: (method: string) => ({
    with: (...elements: readonly (readonly [IndexKeyBuilder | Sql, string])[]) =>
      new ExclusionBuilder(name, 'excl', { type: 'exclude', method, elements: elements.map(element) }),
  }),
})

const element = ([key, operator]: readonly [IndexKeyBuilder | Sql, string]): ExclusionElement => ({
  key: key instanceof Sql ? key.text() : keyText(key.key),
  operator,
})
