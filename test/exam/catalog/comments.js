import { firstUserOid } from './sql.js'

/** Objects inside the ledger's schema, or hanging on a table of it, are told by their identity. */
const notLedger = `(o.schema IS NULL OR o.schema NOT IN ('tidemark', 'information_schema', 'pg_catalog', 'pg_toast'))
  AND o.identity !~ '(^| on )tidemark(\\.|$)'`

/** Of what initdb makes, only the schema public is a user's to speak of. */
export const comments = [
  `SELECT 'comment' AS kind,
          o.type || ' ' || o.identity AS id,
          jsonb_build_object('text', d.description) AS attributes
     FROM pg_description d
     CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
    WHERE (d.objoid >= ${firstUserOid} OR d.objoid = to_regnamespace('public')::oid AND d.classoid = 'pg_namespace'::regclass)
      AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = d.classoid AND m.objid = d.objoid AND m.deptype = 'e')
      AND ${notLedger}`,

  `SELECT 'security-label' AS kind,
          l.objtype || ' ' || l.objname || ' by ' || l.provider AS id,
          jsonb_build_object('label', l.label) AS attributes
     FROM pg_seclabels l
    WHERE l.classoid NOT IN ('pg_database'::regclass, 'pg_tablespace'::regclass)`,
]
