import type { Kind } from '../kind.js'
import type { PartitionAttributes } from './partition.js'

export const render: NonNullable<Kind<PartitionAttributes>['render']> = () => undefined
