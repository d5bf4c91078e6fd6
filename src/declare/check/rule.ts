import type { CatalogObject } from '../../catalog/snapshot.js'
import type { Declared } from '../../desired/declared.js'
import type { DiagnosticInput } from '../../errors/error.js'

/** What can be said of a declared object before a server is asked, because the server would say it worse or not at all. */
export type DeclarationRule = (object: CatalogObject, declared: Declared) => DiagnosticInput | undefined
