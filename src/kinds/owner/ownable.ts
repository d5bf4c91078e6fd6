import type { CatalogObject } from '../../catalog/snapshot.js'

const named =
  /^(TABLE|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN|SCHEMA|COLLATION|CONVERSION|OPERATOR|STATISTICS|TEXT SEARCH (DICTIONARY|CONFIGURATION)|(PROCEDURAL )?LANGUAGE|FOREIGN DATA WRAPPER|SERVER|PUBLICATION|SUBSCRIPTION|EVENT TRIGGER) /

/** True when an object that statements name like this has an owner. */
export const ownable = (reference: string): boolean => named.test(reference)

/** A sequence that belongs to a column has the owner of its table. */
export const ownedByColumn = ({ kind, attributes }: CatalogObject): boolean =>
  kind === 'sequence' && 'ownedBy' in attributes && attributes.ownedBy !== undefined
