import { acl, notMember, qualified, roleName, routine, userSchema } from './sql.js'

/** The constructors that come with a range type follow the type, and stay with who made it. */
const notConstructor = `NOT EXISTS (
  SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
     AND d.refclassid = 'pg_type'::regclass AND d.deptype = 'i')`

const operator = (oid) => `nullif(${oid}::regoperator::text, '0')`

export const routines = [
  `SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END AS kind,
          p.oid::regprocedure::text AS id,
          jsonb_build_object(
            'owner', ${roleName('p.proowner')},
            'acl', ${acl('p.proacl', 'f', 'p.proowner')},
            'definition', pg_get_functiondef(p.oid)) AS attributes
     FROM pg_proc p
     JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prokind <> 'a' AND ${userSchema('n')} AND ${notMember('pg_proc', 'p.oid')} AND ${notConstructor}`,

  `SELECT 'aggregate' AS kind,
          format('%s(%s)', ${qualified('n', 'p.proname')}, pg_get_function_identity_arguments(p.oid)) AS id,
          jsonb_build_object(
            'owner', ${roleName('p.proowner')},
            'acl', ${acl('p.proacl', 'f', 'p.proowner')},
            'arguments', pg_get_function_arguments(p.oid),
            'result', pg_get_function_result(p.oid),
            'parallel', nullif(p.proparallel, 'u'),
            'kind', nullif(a.aggkind, 'n'),
            'direct arguments', nullif(a.aggnumdirectargs, 0),
            'sfunc', ${routine('a.aggtransfn')},
            'stype', format_type(a.aggtranstype, NULL),
            'sspace', nullif(a.aggtransspace, 0),
            'initcond', a.agginitval,
            'finalfunc', ${routine('a.aggfinalfn')},
            'finalfunc extra', a.aggfinalextra,
            'finalfunc modify', a.aggfinalmodify,
            'combinefunc', ${routine('a.aggcombinefn')},
            'serialfunc', ${routine('a.aggserialfn')},
            'deserialfunc', ${routine('a.aggdeserialfn')},
            'msfunc', ${routine('a.aggmtransfn')},
            'minvfunc', ${routine('a.aggminvtransfn')},
            'mstype', CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END,
            'msspace', nullif(a.aggmtransspace, 0),
            'minitcond', a.aggminitval,
            'mfinalfunc', ${routine('a.aggmfinalfn')},
            'mfinalfunc extra', a.aggmfinalextra,
            'mfinalfunc modify', a.aggmfinalmodify,
            'sortop', ${operator('a.aggsortop')}) AS attributes
     FROM pg_aggregate a
     JOIN pg_proc p ON p.oid = a.aggfnoid
     JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_proc', 'p.oid')}`,
]
