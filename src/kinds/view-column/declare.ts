import type { DeclaredObject, Parent, Part } from '../../declare/declaration.js'
import type { Sql } from '../../sql/sql.js'
import { idOf } from '../kind.js'
import { viewColumnKind, type ViewColumnAttributes } from './view-column.js'

/** What can be said of a column of a view. */
export interface ViewColumnOptions {
  /** For rows inserted through the view. */
  readonly default?: Sql
  /** The statistics target, 0 to 10000; of a materialized view only, as are those below. */
  readonly statistics?: number
  readonly storage?: NonNullable<ViewColumnAttributes['storage']>
  readonly compression?: NonNullable<ViewColumnAttributes['compression']>
  /** `n_distinct` and `n_distinct_inherited`. */
  readonly options?: Readonly<Record<string, string | number>>
  /** A comment, grants. */
  readonly parts?: readonly Part[]
}

/** The objects that a column of a view stands for. */
export function viewColumnObjects(view: Parent, name: string, about: ViewColumnOptions): DeclaredObject[] {
  const { default: value, options, parts = [], ...others } = about
  const attributes: ViewColumnAttributes = {
    schema: view.schema,
    view: view.name,
    name,
    ...(view.id.startsWith('materialized-view ') && { materialized: true }),
    ...(value !== undefined && { default: value.text() }),
    ...others,
    ...(options !== undefined && {
      options: Object.entries(options)
        .map(([key, item]) => `${key}=${item}`)
        .sort(),
    }),
  }
  const self: Parent = { id: idOf(viewColumnKind, attributes), schema: view.schema, name }
  return [{ kind: 'view-column', attributes }, ...parts.flatMap((part) => part.objects(self))]
}
