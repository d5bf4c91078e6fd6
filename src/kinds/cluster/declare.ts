import { origin, type Part } from '../../declare/declaration.js'
import { onRelation } from '../relation.js'
import type { ClusterAttributes } from './cluster.js'

/** The index, or the constraint that it belongs to, by which CLUSTER orders the rows: `clusterOn('orders_pkey')`. */
export function clusterOn(index: string): Part {
  const at = origin()
  return {
    objects: (parent) => {
      const attributes: ClusterAttributes = { ...onRelation(parent), index }
      return [{ kind: 'cluster', attributes, origin: at }]
    },
  }
}
