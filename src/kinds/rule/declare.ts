import { origin, placedAt, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import type { Sql } from '../../sql/sql.js'
import { idOf } from '../kind.js'
import { otherRelation } from '../relation.js'
import { ruleKind, type RuleAttributes, type RuleEvent } from './rule.js'

/** A rule while it is being described. */
export class RuleBuilder implements Part {
  readonly origin = origin()
  readonly #name: string
  #attributes: Omit<RuleAttributes, 'schema' | 'table' | 'name'>
  readonly #parts: Part[] = []
  #renamedFrom: string | undefined

  constructor(name: string, event: RuleEvent) {
    this.#name = name
    this.#attributes = { event, command: 'NOTHING' }
  }

  #set(change: Partial<RuleAttributes>): this {
    this.#attributes = { ...this.#attributes, ...change }
    return this
  }

  where(condition: Sql): this {
    return this.#set({ condition: condition.text() })
  }

  /** DO INSTEAD; without a command NOTHING. Several commands stand in parentheses. */
  instead(command?: Sql): this {
    return this.#set({ instead: true, command: command?.text() ?? 'NOTHING' })
  }

  /** DO ALSO. */
  also(command: Sql): this {
    return this.#set({ instead: false, command: command.text() })
  }

  /** The state that ALTER TABLE … ENABLE and DISABLE RULE set. */
  enabled(state: NonNullable<RuleAttributes['enabled']>): this {
    return this.#set({ enabled: state })
  }

  /** Its name before: it is renamed, and not made anew. */
  renamedFrom(name: string): this {
    this.#renamedFrom = name
    return this
  }

  /** Adds parts such as `comment('…')`. */
  with(...parts: readonly Part[]): this {
    this.#parts.push(...parts)
    return this
  }

  objects(table: Parent): readonly DeclaredObject[] {
    const attributes = {
      schema: table.schema,
      table: table.name,
      ...otherRelation(table.id),
      name: this.#name,
      ...this.#attributes,
    }
    const self: Parent = { id: idOf(ruleKind, attributes), schema: table.schema, name: this.#name }
    return placedAt(this.origin, [
      { kind: 'rule', attributes, ...(this.#renamedFrom !== undefined && { renamedFrom: this.#renamedFrom }) },
      ...this.#parts.flatMap((part) => part.objects(self)),
    ])
  }
}

/**
 * A rewrite rule, in the `parts` of a table or view.
 *
 * @example rule('keep').on('delete').where(sql`OLD.locked`).instead()
 */
export const rule = (name: string) => ({ on: (event: RuleEvent) => new RuleBuilder(name, event) })
