import { origin, type DeclaredObject, type Parent, type Part } from '../../declare/declaration.js'
import { qualified } from '../../sql/identifier.js'

export class CommentBuilder implements Part {
  readonly #origin = origin()
  readonly #text: string
  #part: ((parent: Parent) => string) | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** For the index behind a primary key, a UNIQUE or an EXCLUDE, instead of the constraint. */
  onIndex(): this {
    this.#part = ({ schema, name }) => `index ${qualified(schema, name)}`
    return this
  }

  /** For an attribute of a composite type. */
  onColumn(column: string): this {
    this.#part = ({ schema, name }) => `column ${qualified(schema, name, column)}`
    return this
  }

  /** For a part that has no declaration of its own, by kind and qualified name: `'sequence public.users_id_seq'`. */
  onPart(part: string): this {
    this.#part = () => part
    return this
  }

  objects(parent: Parent): readonly DeclaredObject[] {
    const target = this.#part === undefined ? { target: parent.id } : { target: this.#part(parent), of: parent.id }
    return [{ kind: 'comment', attributes: { ...target, text: this.#text }, origin: this.#origin }]
  }
}

/**
 * A comment on what it stands in (COMMENT ON).
 *
 * @example c.text().notNull().with(comment('As the customer wrote it'))
 */
export const comment = (text: string): CommentBuilder => new CommentBuilder(text)
