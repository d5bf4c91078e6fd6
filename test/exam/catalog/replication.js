import { field, notMember, qualified, roleName } from './sql.js'

/** What only some majors know of a publication or a subscription is read by name, and missing elsewhere. */
export const replication = (version) => [
  `SELECT 'publication' AS kind,
          quote_ident(p.pubname) AS id,
          jsonb_build_object(
            'owner', ${roleName('p.pubowner')},
            'all tables', p.puballtables,
            'all sequences', ${field('p', 'puballsequences')} = 'true',
            'insert', p.pubinsert, 'update', p.pubupdate, 'delete', p.pubdelete, 'truncate', p.pubtruncate,
            'via root', p.pubviaroot,
            'generated columns', nullif(${field('p', 'pubgencols')}, 'n')) AS attributes
     FROM pg_publication p
    WHERE ${notMember('pg_publication', 'p.oid')}`,

  // prattrs is kept in the order of the columns' numbers, which is not compared.
  `SELECT 'publication-table' AS kind,
          format('%s in %I', ${qualified('n', 'c.relname')}, p.pubname) AS id,
          jsonb_build_object(
            'columns', ${
              version < 15
                ? 'NULL'
                : `(SELECT jsonb_agg(a.attname ORDER BY a.attname) FROM unnest(r.prattrs::int2[]) k
                      JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k)`
            },
            'where', ${version < 15 ? 'NULL' : 'pg_get_expr(r.prqual, r.prrelid)'}) AS attributes
     FROM pg_publication_rel r
     JOIN pg_publication p ON p.oid = r.prpubid
     JOIN pg_class c ON c.oid = r.prrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace`,

  ...(version < 15
    ? []
    : [
        `SELECT 'publication-schema' AS kind,
                format('%I in %I', n.nspname, p.pubname) AS id,
                '{}'::jsonb AS attributes
           FROM pg_publication_namespace r
           JOIN pg_publication p ON p.oid = r.pnpubid
           JOIN pg_namespace n ON n.oid = r.pnnspid`,
      ]),

  `SELECT 'subscription' AS kind,
          quote_ident(s.subname) AS id,
          jsonb_build_object(
            'owner', ${roleName('s.subowner')},
            'connection', s.subconninfo,
            'publications', (SELECT jsonb_agg(p ORDER BY p) FROM unnest(s.subpublications) p),
            'enabled', s.subenabled,
            'slot', s.subslotname,
            'synchronous commit', s.subsynccommit,
            'binary', s.subbinary,
            'streaming', ${field('s', 'substream')},
            'two phase', nullif(${field('s', 'subtwophasestate')}, 'd') IS NOT NULL,
            'disable on error', ${field('s', 'subdisableonerr')} = 'true',
            'password not required', ${field('s', 'subpasswordrequired')} = 'false',
            'run as owner', ${field('s', 'subrunasowner')} = 'true',
            'origin', nullif(${field('s', 'suborigin')}, 'any'),
            'failover', ${field('s', 'subfailover')} = 'true') AS attributes
     FROM pg_subscription s
    WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
]
