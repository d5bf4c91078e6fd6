import type { Parent } from '../../declare/declaration.js'
import { PartBuilder } from '../../declare/part-builder.js'
import type { Sql } from '../../sql/sql.js'
import { onRelation, type OnRelation } from '../relation.js'
import { ruleKind, type RuleAttributes, type RuleEvent } from './rule.js'

/** A rule while it is being described. */
export class RuleBuilder extends PartBuilder<RuleAttributes, Omit<RuleAttributes, keyof OnRelation>> {
  constructor(name: string, event: RuleEvent) {
    super(ruleKind, { name, event, command: 'NOTHING' })
  }

  where(condition: Sql): this {
    return this.set({ condition: condition.text() })
  }

  /** DO INSTEAD; without a command NOTHING. Several commands stand in parentheses. */
  instead(command?: Sql): this {
    return this.set({ instead: true, command: command?.text() ?? 'NOTHING' })
  }

  /** DO ALSO. */
  also(command: Sql): this {
    return this.set({ instead: false, command: command.text() })
  }

  /** The state that ALTER TABLE … ENABLE and DISABLE RULE set. */
  enabled(state: NonNullable<RuleAttributes['enabled']>): this {
    return this.set({ enabled: state })
  }

  protected describe(parent: Parent): RuleAttributes {
    return { ...onRelation(parent), ...this.said }
  }
}

/**
 * A rewrite rule, in the `parts` of a table or view.
 *
 * @example rule('keep').on('delete').where(sql`OLD.locked`).instead()
 */
export const rule = (name: string) => ({ on: (event: RuleEvent) => new RuleBuilder(name, event) })
