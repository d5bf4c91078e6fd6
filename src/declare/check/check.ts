import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Declared } from '../../desired/declared.js'
import { TidemarkError, type DiagnosticInput } from '../../errors/error.js'
import { qualified } from '../../sql/identifier.js'
import { place } from '../errors.js'
import { longName } from './long-name.js'
import {
  generatedPartitionKey,
  keyMissesPartitionKey,
  referencesPartOfKey,
  unloggedPartitioned,
} from './partition-key.js'
import {
  nullableKeyWithDefault,
  partitionOfPolicy,
  policyAmounts,
  policyKeyType,
  referencedPolicy,
} from './partition-policy.js'
import { unknownPrivilege } from './privileges.js'
import type { DeclarationRule } from './rule.js'
import { validatedNothing } from './validated.js'

/** Every rule, a line each. */
const rules: readonly DeclarationRule[] = [
  longName,
  keyMissesPartitionKey,
  generatedPartitionKey,
  referencesPartOfKey,
  unloggedPartitioned,
  partitionOfPolicy,
  policyKeyType,
  policyAmounts,
  referencedPolicy,
  nullableKeyWithDefault,
  unknownPrivilege,
  validatedNothing,
]

/**
 * Looks over what is declared before anything is built.
 * @throws TidemarkError TM103, TM120 to TM122, TM127 to TM132, TM134, TM135, one diagnostic for each finding
 */
export function checkDeclared(declared: Declared): void {
  const found: DiagnosticInput[] = []
  for (const object of declared.objects.values())
    for (const rule of rules) {
      const diagnostic = rule(object, declared)
      if (diagnostic !== undefined) found.push({ ...diagnostic, ...placeOf(object, declared) })
    }
  if (found.length > 0) throw new TidemarkError(found)
}

/** Its own place; of what no line of a file says by itself, that of its table. */
function placeOf({ id, attributes }: CatalogObject, { origins }: Declared): ReturnType<typeof place> {
  const { schema, table } = attributes as { schema?: string; table?: string }
  const above = table === undefined ? undefined : origins.get(`table ${qualified(schema!, table)}`)
  return place(origins.get(id) ?? above)
}
