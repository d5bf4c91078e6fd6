import { origin, type Part } from '../../declare/declaration.js'
import { otherRelation } from '../relation.js'
import type { ClusterAttributes } from './cluster.js'

/** The index, or the constraint that it belongs to, by which CLUSTER orders the rows: `clusterOn('orders_pkey')`. */
export function clusterOn(index: string): Part {
  const at = origin()
  return {
    objects: ({ id, schema, name }) => {
      const attributes: ClusterAttributes = { schema, table: name, ...otherRelation(id), index }
      return [{ kind: 'cluster', attributes, origin: at }]
    },
  }
}
