import type { Server } from '../database/database.js'
import type { CatalogReading } from './read.js'
import { unowned, userSchema } from './scope.js'

/** Catalogs in which objects of a user can stand, with what they are called. */
const catalogs = `
  values ('pg_class', 1259), ('pg_type', 1247), ('pg_proc', 1255), ('pg_constraint', 2606), ('pg_trigger', 2620),
         ('pg_rewrite', 2618), ('pg_policy', 3256), ('pg_namespace', 2615), ('pg_extension', 3079), ('pg_event_trigger', 3466),
         ('pg_operator', 2617), ('pg_opclass', 2616), ('pg_opfamily', 2753), ('pg_am', 2601), ('pg_cast', 2605),
         ('pg_collation', 3456), ('pg_conversion', 2607), ('pg_language', 2612), ('pg_transform', 3576),
         ('pg_statistic_ext', 3381), ('pg_ts_config', 3602), ('pg_ts_dict', 3600), ('pg_ts_parser', 3601),
         ('pg_ts_template', 3764), ('pg_publication', 6104), ('pg_foreign_data_wrapper', 2328), ('pg_foreign_server', 1417)`

/**
 * Objects that exist and that no kind has read, as PostgreSQL names them: what `check` and `pull` do not compare. Parts
 * that come with another object (a row type, a TOAST table, a partition's copy) are not listed.
 */
export async function notModelled(reading: CatalogReading): Promise<string[]> {
  const rows = await reading.query(anybodys(reading.server))
  const strangers = rows.filter(
    (row) => reading.resolve({ catalog: row['catalog'] as string, oid: row['oid'] as number }) === undefined,
  )
  const named =
    strangers.length === 0
      ? []
      : await reading.query(`
          select i.type || ' ' || i.identity as name
            from (values ${strangers.map((row) => `(${String(row['class'])}, ${String(row['oid'])})`).join(', ')}) s(class, oid)
            cross join lateral pg_identify_object(s.class::oid, s.oid::oid, 0) i
           order by 1`)
  const further = await reading.query(aroundTheSchema(reading.server))
  return [...named, ...further].map((row) => row['name'] as string)
}

/** Objects that somebody made, whether a kind reads them or not. */
export const anybodys = (server: Server): string => `
    with ours(name, class) as (${catalogs}),
    found as (
      select 'pg_class' as catalog, c.oid, c.relnamespace as schema from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c') and ${unowned('c.oid', server)}
      union all select 'pg_type', t.oid, t.typnamespace from pg_type t
        where t.typtype in ('b', 'd', 'e', 'r') and not exists (select from pg_type e where e.typarray = t.oid)
      union all select 'pg_proc', p.oid, p.pronamespace from pg_proc p
      union all select 'pg_rewrite', r.oid, c.relnamespace from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN'
      union all select 'pg_trigger', t.oid, c.relnamespace from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and t.tgparentid = 0 and ${unowned('t.tgrelid', server)}
      union all select 'pg_policy', p.oid, c.relnamespace from pg_policy p join pg_class c on c.oid = p.polrelid
      union all select 'pg_extension', e.oid, null from pg_extension e where e.extname <> 'plpgsql'
      union all select 'pg_event_trigger', e.oid, null from pg_event_trigger e
      union all select 'pg_operator', o.oid, o.oprnamespace from pg_operator o
      union all select 'pg_opclass', o.oid, o.opcnamespace from pg_opclass o
      union all select 'pg_opfamily', o.oid, o.opfnamespace from pg_opfamily o
      union all select 'pg_am', a.oid, null from pg_am a
      union all select 'pg_cast', c.oid, null from pg_cast c
      union all select 'pg_collation', c.oid, c.collnamespace from pg_collation c
      union all select 'pg_conversion', c.oid, c.connamespace from pg_conversion c
      union all select 'pg_language', l.oid, null from pg_language l
      union all select 'pg_transform', t.oid, null from pg_transform t
      union all select 'pg_statistic_ext', s.oid, s.stxnamespace from pg_statistic_ext s
      union all select 'pg_ts_config', t.oid, t.cfgnamespace from pg_ts_config t
      union all select 'pg_ts_dict', t.oid, t.dictnamespace from pg_ts_dict t
      union all select 'pg_ts_parser', t.oid, t.prsnamespace from pg_ts_parser t
      union all select 'pg_ts_template', t.oid, t.tmplnamespace from pg_ts_template t
      union all select 'pg_publication', p.oid, null from pg_publication p
      union all select 'pg_foreign_data_wrapper', f.oid, null from pg_foreign_data_wrapper f
      union all select 'pg_foreign_server', s.oid, null from pg_foreign_server s)
    select f.catalog, o.class, f.oid
      from found f join ours o on o.name = f.catalog
     where f.oid >= 16384
       and (f.schema is null or not exists (
         select from pg_namespace n where n.oid = f.schema and not (${userSchema('n')})))
       and not exists (select from pg_depend d where d.classid = o.class and d.objid = f.oid and d.deptype in ('e', 'i', 'P', 'S'))`

/** What initdb says of the database `postgres`. */
const commentByBirth = 'default administrative connection database'

/**
 * What is said of the database itself, of parameters and of large objects, foreign keys whose triggers are disabled, indexes of
 * partitions that have another order than those that they are parts of, or parameters that no command sets, and checks that are not
 * enforced although the same of the parent is.
 */
export const aroundTheSchema = (server: Server): string => `
  with here as (select oid, datname, datacl from pg_database where datname = current_database())
  select 'privileges on database ' || quote_ident(datname) as name from here where datacl is not null
  union all select 'comment on database ' || quote_ident(h.datname) from here h
    join pg_shdescription d on d.classoid = 'pg_database'::regclass and d.objoid = h.oid
      and d.description <> '${commentByBirth}'
  union all select 'settings of database ' || quote_ident(h.datname) from here h
    join pg_db_role_setting s on s.setdatabase = h.oid and s.setrole = 0
  union all select 'large objects' where exists (select from pg_largeobject_metadata)
  union all select distinct format('%s triggers of constraint %I.%I.%I', case t.tgenabled when 'D' then 'disabled' when 'R' then 'replica' else 'always enabled' end, n.nspname, c.relname, k.conname)
    from pg_trigger t join pg_constraint k on k.oid = t.tgconstraint join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
   where t.tgenabled <> 'O' and k.contype <> 't' and ${userSchema('n')} and ${unowned('c.oid', server)}
  union all select format('%s of index %I.%I, which differs from the index that it is a part of',
                          case when i.indoption::text <> p.indoption::text then 'order' else 'storage parameters' end, n.nspname, c.relname)
    from pg_inherits h join pg_index i on i.indexrelid = h.inhrelid join pg_index p on p.indexrelid = h.inhparent
    join pg_class c on c.oid = h.inhrelid join pg_class w on w.oid = h.inhparent join pg_namespace n on n.oid = c.relnamespace
   where (i.indoption::text <> p.indoption::text or c.relkind = 'I' and coalesce(c.reloptions, '{}') <> coalesce(w.reloptions, '{}'))
     and ${userSchema('n')}
  ${
    // From 17 on they are those of the range type.
    server.major < 17
      ? `union all select 'privileges on type ' || t.oid::regtype::text from pg_type t
           where t.typtype = 'm' and t.typacl is not null and t.oid >= 16384`
      : ''
  }
  ${
    server.major >= 18
      ? `union all select distinct format('enforcement of constraint %I.%I.%I, which differs from its parent’s', n.nspname, c.relname, k.conname)
           from pg_constraint k join pg_inherits h on h.inhrelid = k.conrelid
           join pg_constraint p on p.conrelid = h.inhparent and p.conname = k.conname and p.contype = k.contype and not p.connoinherit
           join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
          where k.contype = 'c' and not k.conislocal and not k.conenforced and p.conenforced and ${userSchema('n')}`
      : ''
  }
  ${server.major >= 15 ? `union all select 'privileges on parameter ' || parname from pg_parameter_acl` : ''}`
