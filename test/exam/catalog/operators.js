import { firstUserOid, notMember, qualified, roleName, routine, userSchema } from './sql.js'

const operator = (oid) => `nullif(${oid}::oid::regoperator::text, '0')`

export const operators = [
  `SELECT 'cast' AS kind,
          format('%s as %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS id,
          jsonb_build_object(
            'function', ${routine('c.castfunc')}, 'context', c.castcontext, 'method', c.castmethod) AS attributes
     FROM pg_cast c
    WHERE c.oid >= ${firstUserOid} AND ${notMember('pg_cast', 'c.oid')}`,

  `SELECT 'operator' AS kind,
          o.oid::regoperator::text AS id,
          jsonb_build_object(
            'owner', ${roleName('o.oprowner')},
            'function', ${routine('o.oprcode::oid')},
            'result', CASE WHEN o.oprresult <> 0 THEN format_type(o.oprresult, NULL) END,
            'commutator', ${operator('o.oprcom')},
            'negator', ${operator('o.oprnegate')},
            'restrict', ${routine('o.oprrest::oid')},
            'join', ${routine('o.oprjoin::oid')},
            'hashes', o.oprcanhash, 'merges', o.oprcanmerge) AS attributes
     FROM pg_operator o
     JOIN pg_namespace n ON n.oid = o.oprnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_operator', 'o.oid')}`,

  `SELECT 'operator-class' AS kind,
          format('%s using %I', ${qualified('n', 'o.opcname')}, am.amname) AS id,
          jsonb_build_object(
            'owner', ${roleName('o.opcowner')},
            'family', ${qualified('fn', 'f.opfname')},
            'type', format_type(o.opcintype, NULL),
            'default', o.opcdefault,
            'storage', CASE WHEN o.opckeytype <> 0 THEN format_type(o.opckeytype, NULL) END) AS attributes
     FROM pg_opclass o
     JOIN pg_namespace n ON n.oid = o.opcnamespace
     JOIN pg_am am ON am.oid = o.opcmethod
     JOIN pg_opfamily f ON f.oid = o.opcfamily
     JOIN pg_namespace fn ON fn.oid = f.opfnamespace
    WHERE ${userSchema('n')} AND ${notMember('pg_opclass', 'o.oid')}`,

  `SELECT 'operator-family' AS kind,
          format('%s using %I', ${qualified('n', 'f.opfname')}, am.amname) AS id,
          jsonb_build_object(
            'owner', ${roleName('f.opfowner')},
            'operators', (
              SELECT jsonb_agg(format('%s %s %s %s', a.amopstrategy, a.amopopr::regoperator, a.amoppurpose,
                                      (SELECT s.opfname FROM pg_opfamily s WHERE s.oid = a.amopsortfamily))
                               ORDER BY a.amopstrategy, a.amopopr::regoperator::text)
                FROM pg_amop a WHERE a.amopfamily = f.oid),
            'functions', (
              SELECT jsonb_agg(format('%s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, NULL),
                                      format_type(a.amprocrighttype, NULL), a.amproc::regprocedure)
                               ORDER BY a.amprocnum, a.amproc::regprocedure::text)
                FROM pg_amproc a WHERE a.amprocfamily = f.oid)) AS attributes
     FROM pg_opfamily f
     JOIN pg_namespace n ON n.oid = f.opfnamespace
     JOIN pg_am am ON am.oid = f.opfmethod
    WHERE ${userSchema('n')} AND ${notMember('pg_opfamily', 'f.oid')}`,
]
