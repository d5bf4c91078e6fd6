import type { Declared } from '../../desired/declared.js'
import { TidemarkError, type DiagnosticInput } from '../../errors/error.js'
import { place } from '../errors.js'
import { longName } from './long-name.js'
import { generatedPartitionKey, keyMissesPartitionKey, unloggedPartitioned } from './partition-key.js'
import { unknownPrivilege } from './privileges.js'
import type { DeclarationRule } from './rule.js'

/** Every rule, a line each. */
const rules: readonly DeclarationRule[] = [
  longName,
  keyMissesPartitionKey,
  generatedPartitionKey,
  unloggedPartitioned,
  unknownPrivilege,
]

/**
 * Looks over what is declared before anything is built.
 * @throws TidemarkError TM103, TM120 to TM122, TM128, one diagnostic for each finding
 */
export function checkDeclared(declared: Declared): void {
  const found: DiagnosticInput[] = []
  for (const object of declared.objects.values())
    for (const rule of rules) {
      const diagnostic = rule(object, declared)
      const origin = declared.origins.get(object.id)
      if (diagnostic !== undefined) found.push({ ...diagnostic, ...(origin === undefined ? {} : place(origin)) })
    }
  if (found.length > 0) throw new TidemarkError(found)
}
