import { quoteIdentifier } from '../../sql/identifier.js'
import type { Scope } from '../kind.js'

/** True when a role is neither declared nor made by this history: it is somebody else's, as roles belong to the cluster. */
export const roleLeftAlone = (id: string, { desired, roles }: Scope): boolean =>
  !desired.objects.has(id) && ![...roles].some((role) => `role ${quoteIdentifier(role)}` === id)
