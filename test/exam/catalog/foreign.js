import { acl, notMember, roleName, routine, sorted } from './sql.js'

export const foreign = [
  `SELECT 'foreign-data-wrapper' AS kind,
          quote_ident(w.fdwname) AS id,
          jsonb_build_object(
            'owner', ${roleName('w.fdwowner')}, 'acl', ${acl('w.fdwacl', 'F', 'w.fdwowner')},
            'handler', ${routine('w.fdwhandler')}, 'validator', ${routine('w.fdwvalidator')},
            'options', ${sorted('w.fdwoptions')}) AS attributes
     FROM pg_foreign_data_wrapper w
    WHERE ${notMember('pg_foreign_data_wrapper', 'w.oid')}`,

  `SELECT 'server' AS kind,
          quote_ident(s.srvname) AS id,
          jsonb_build_object(
            'owner', ${roleName('s.srvowner')}, 'acl', ${acl('s.srvacl', 'S', 's.srvowner')},
            'wrapper', quote_ident(w.fdwname), 'type', s.srvtype, 'version', s.srvversion,
            'options', ${sorted('s.srvoptions')}) AS attributes
     FROM pg_foreign_server s
     JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
    WHERE ${notMember('pg_foreign_server', 's.oid')}`,

  `SELECT 'user-mapping' AS kind,
          format('%s server %I', CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE ${roleName('u.umuser')} END, s.srvname) AS id,
          jsonb_build_object('options', ${sorted('u.umoptions')}) AS attributes
     FROM pg_user_mapping u
     JOIN pg_foreign_server s ON s.oid = u.umserver
    WHERE ${notMember('pg_user_mapping', 'u.oid')}`,
]
