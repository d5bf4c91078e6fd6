import { explode, roleName } from './sql.js'

export const privileges = [
  `SELECT 'default-privileges' AS kind,
          concat_ws(' ', ${roleName('d.defaclrole')}, d.defaclobjtype, 'in ' || quote_ident(n.nspname)) AS id,
          jsonb_build_object('acl', ${explode('d.defaclacl', 'd.defaclrole')}) AS attributes
     FROM pg_default_acl d
     LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
    WHERE n.nspname IS DISTINCT FROM 'tidemark'`,
]
