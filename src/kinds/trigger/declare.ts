import type { Parent, Target } from '../../declare/declaration.js'
import { PartBuilder } from '../../declare/part-builder.js'
import { refNeeds, refText, type ObjectRef } from '../../declare/type.js'
import type { Sql } from '../../sql/sql.js'
import type { Column } from '../column/reference.js'
import { onRelation, type OnRelation } from '../relation.js'
import { triggerKind, type EnabledState, type TriggerAttributes, type TriggerEvent } from './trigger.js'

const order: readonly TriggerEvent[] = ['insert', 'update', 'delete', 'truncate']

/** A trigger while it is being described. */
export class TriggerBuilder extends PartBuilder<TriggerAttributes, Omit<TriggerAttributes, keyof OnRelation>> {
  #function: ObjectRef | undefined
  #from: string | (() => Target) | undefined

  constructor(name: string, said: Partial<TriggerAttributes>) {
    super(triggerKind, { name, ...said })
  }

  #fires(timing: NonNullable<TriggerAttributes['timing']>, events: readonly TriggerEvent[]): this {
    return this.set({ timing, events: order.filter((event) => events.includes(event)) })
  }

  before(...events: readonly TriggerEvent[]): this {
    return this.#fires('before', events)
  }

  after(...events: readonly TriggerEvent[]): this {
    return this.#fires('after', events)
  }

  /** Of a view. */
  insteadOf(...events: readonly Exclude<TriggerEvent, 'truncate'>[]): this {
    return this.#fires('instead of', events)
  }

  /** UPDATE OF: only where one of these columns is set. */
  of(...columns: readonly Column[]): this {
    return this.set({ columns: columns.map(({ name }) => name) })
  }

  /** `statement` by default. */
  forEach(what: 'row' | 'statement'): this {
    return this.set({ row: what === 'row' })
  }

  when(condition: Sql): this {
    return this.set({ when: condition.text() })
  }

  /** REFERENCING: names for the rows before and after. */
  referencing({ oldTable, newTable }: { readonly oldTable?: string; readonly newTable?: string }): this {
    return this.set({ ...(oldTable !== undefined && { oldTable }), ...(newTable !== undefined && { newTable }) })
  }

  deferrable(initially: 'immediate' | 'deferred' = 'immediate'): this {
    return this.set({ deferrable: true, initiallyDeferred: initially === 'deferred' })
  }

  /** The other table of a constraint trigger. */
  from(table: string | (() => Target)): this {
    this.#from = table
    return this
  }

  /** The function that it calls, declared or by name, and arguments for it. */
  execute(what: ObjectRef, ...args: readonly string[]): this {
    this.#function = what
    return this.set({ arguments: args })
  }

  /** The state that ALTER TABLE … ENABLE and DISABLE TRIGGER set. */
  enabled(state: EnabledState | 'origin'): this {
    const { enabled: _, ...others } = this.said
    this.said = state === 'origin' ? others : { ...others, enabled: state }
    return this
  }

  protected describe(parent: Parent): TriggerAttributes {
    const [called, from] = [this.#function, this.#otherTable()]
    return {
      ...onRelation(parent),
      ...this.said,
      ...(called !== undefined && { function: refText(called) }),
      ...(from !== undefined && { from: refText(from) }),
    }
  }

  protected override requires(): readonly string[] {
    return [this.#function, this.#otherTable()].flatMap((item) => (item === undefined ? [] : refNeeds(item)))
  }

  #otherTable(): string | Target | undefined {
    return typeof this.#from === 'function' ? this.#from() : this.#from
  }
}

/**
 * A trigger, in the `triggers` of a table or view.
 *
 * @example trigger('touch').before('update').forEach('row').when(sql`OLD.* IS DISTINCT FROM NEW.*`).execute(touch)
 */
export const trigger = (name: string): TriggerBuilder => new TriggerBuilder(name, {})

/** A constraint trigger: after each row, and deferrable to the end of the transaction. */
export const constraintTrigger = (name: string): TriggerBuilder =>
  new TriggerBuilder(name, { constraint: true, row: true })

/** The copy of a parent table's trigger in a partition, where its state is another: `inheritedTrigger('touch').enabled('disabled')`. */
export const inheritedTrigger = (name: string): TriggerBuilder => new TriggerBuilder(name, { inherited: true })
