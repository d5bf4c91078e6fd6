/**
 * Fragments that the catalog queries share. Every query returns rows (kind, id, attributes jsonb); an attribute that is
 * null, false or empty says nothing and is left out, so that a default is spelled by its absence.
 */

/** Schemas of the system, and Tidemark's own ledger, are nobody's declaration. */
export const userSchema = (n) => `${n}.nspname !~ '^pg_' AND ${n}.nspname NOT IN ('information_schema', 'tidemark')`

/** The smallest oid that initdb never gives: what has no schema is told from PostgreSQL's own by it. */
export const firstUserOid = 16384

/** Members of an extension belong to the extension. */
export const notMember = (catalog, oid) =>
  `NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = '${catalog}'::regclass AND m.objid = ${oid} AND m.deptype = 'e')`

export const qualified = (n, name) => `format('%I.%I', ${n}.nspname, ${name})`

export const roleName = (oid) => `quote_ident(pg_get_userbyid(${oid}))`

/** Sorted, because neither reloptions nor FDW options have an order that means anything. */
export const sorted = (array) => `(SELECT to_jsonb(array_agg(o ORDER BY o)) FROM unnest(${array}) o)`

/** A column that only some majors have, as text; null where it is missing. */
export const field = (row, name) => `to_jsonb(${row}) ->> '${name}'`

/** grantee → privileges (* = with grant option); a null ACL counts as what PostgreSQL takes it for. */
export const acl = (column, type, owner) => explode(`coalesce(${column}, acldefault('${type}', ${owner}))`, owner)

/** The same for an ACL without a default: columns, default privileges of a schema. */
export const explode = (aclitems, owner) => `(
  SELECT jsonb_object_agg(grantee, privileges) FROM (
    SELECT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE ${roleName('x.grantee')} END
             || CASE WHEN x.grantor = ${owner} THEN '' ELSE ' by ' || ${roleName('x.grantor')} END AS grantee,
           string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' '
                      ORDER BY x.privilege_type) AS privileges
      FROM aclexplode(${aclitems}) x GROUP BY 1) g)`

/** A function by its signature; null for none. */
export const routine = (oid) => `nullif(${oid}::regprocedure::text, '-')`
