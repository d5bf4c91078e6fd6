import { qualified } from '../../sql/identifier.js'
import { nameParts, type Named } from '../../sql/sql.js'
import type { IndexKey } from './index-kind.js'

/** A key of an index or an exclusion constraint: a column or an expression with collation, operator class and order. */
export class IndexKeyBuilder {
  readonly key: IndexKey

  constructor(key: IndexKey) {
    this.key = key
  }

  #with(change: Partial<IndexKey>): IndexKeyBuilder {
    return new IndexKeyBuilder({ ...this.key, ...change })
  }

  asc(): IndexKeyBuilder {
    return this.#with({ desc: false })
  }

  desc(): IndexKeyBuilder {
    return this.#with({ desc: true })
  }

  nullsFirst(): IndexKeyBuilder {
    return this.#with({ nulls: 'first' })
  }

  nullsLast(): IndexKeyBuilder {
    return this.#with({ nulls: 'last' })
  }

  /** The operator class, as SQL writes it: `jsonb_path_ops`, `gist_ltree_ops (siglen='100')`. */
  op(opclass: string): IndexKeyBuilder {
    return this.#with({ opclass })
  }

  /** The collation of this key in the index. */
  collation(collation: string | Named): IndexKeyBuilder {
    return this.#with({ collation: typeof collation === 'string' ? collation : qualified(...collation[nameParts]) })
  }
}
