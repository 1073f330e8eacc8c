package rw.ishemalink.backup.logical;

import java.util.List;

/**
 * Questions to PostgreSQL's catalogs; each answers with SQL, a statement a row. The server itself writes functions,
 * expressions, indexes, keys and triggers down; only tables, sequences and what is named by a list are put together here.
 */
final class Definitions {

    /** Of us: neither the server's own nor an extension's. */
    private static final String OURS = """
            with ours as (
              select c.*, c.oid::regclass::text as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                 and not exists (select from pg_depend d
                                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
            """;

    private static final String FUNCTIONS_OF_OURS = """
             from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and not exists (select from pg_depend d
                               where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            """;

    private static final String SEQUENCE_OPTIONS =
            " 'start with %s increment by %s minvalue %s maxvalue %s cache %s %s',"
                    + " s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,"
                    + " case when s.seqcycle then 'cycle' else 'no cycle' end";

    private static final String COLUMN = """
            quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attcollation <> 0 and a.attcollation <> t.typcollation
                    then ' collate ' || a.attcollation::regcollation else '' end
            || case when a.attidentity <> '' then format(' generated %s as identity (sequence name %s ',
                         case a.attidentity when 'a' then 'always' else 'by default' end, s.seqrelid::regclass)
                         || format(""" + SEQUENCE_OPTIONS + """
            ) || ')'
                    when a.attgenerated <> '' then format(' generated always as (%s) %s', pg_get_expr(v.adbin, v.adrelid),
                         case a.attgenerated when 's' then 'stored' else 'virtual' end)
                    when a.atthasdef then ' default ' || pg_get_expr(v.adbin, v.adrelid) else '' end
            || case when a.attnotnull then ' not null' else '' end""";

    private static final String HOW_KEPT = """
            case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
            || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ';'""";

    private static final String TABLE_KIND = "case c.relpersistence when 'u' then 'unlogged ' else '' end";

    /** What must be there before rows can come. */
    static final List<String> BEFORE = List.of(
            "select 'set check_function_bodies = off;'",
            """
            select format('create schema %I;', nspname) from pg_namespace
             where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by nspname""",
            """
            select format('create extension %I with schema %I;', e.extname, n.nspname)
              from pg_extension e join pg_namespace n on n.oid = e.extnamespace
             where e.extname <> 'plpgsql' order by e.extname""",
            """
            select format('create type %s as enum (%s);', t.oid::regtype,
                          (select string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder)
                             from pg_enum l where l.enumtypid = t.oid))
              from pg_type t join pg_namespace n on n.oid = t.typnamespace
             where t.typtype = 'e' and n.nspname !~ '^pg_'
               and not exists (select from pg_depend d
                                where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
             order by t.oid::regtype::text""",
            "select pg_get_functiondef(p.oid) || ';'" + FUNCTIONS_OF_OURS
                    + " and p.prokind in ('f', 'p') order by p.oid::regprocedure::text",
            // Roles are the server's; that not everybody may call something is ours.
            "select format('revoke execute on routine %s from public;', p.oid::regprocedure)" + FUNCTIONS_OF_OURS
                    + " and p.proacl is not null and not exists (select from aclexplode(p.proacl) where grantee = 0)"
                    + " order by p.oid::regprocedure::text",
            OURS + "select format('create %ssequence %s as %s %s;', " + TABLE_KIND
                    + ", c.name, format_type(s.seqtypid, null), format(" + SEQUENCE_OPTIONS + "))"
                    + """
                     from ours c join pg_sequence s on s.seqrelid = c.oid
                    where not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
                                         and d.objid = c.oid and d.deptype = 'i')
                    order by c.name""",
            OURS + "select format(E'create %stable %s (\\n  %s)', " + TABLE_KIND
                    + ", c.name, string_agg(" + COLUMN + ", E',\\n  ' order by a.attnum)) || " + HOW_KEPT
                    + """
                     from ours c
                     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                     left join pg_type t on t.oid = a.atttypid
                     left join pg_attrdef v on v.adrelid = c.oid and v.adnum = a.attnum
                     left join pg_depend d on d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
                           and d.refobjid = c.oid and d.refobjsubid = a.attnum and d.deptype = 'i' and a.attidentity <> ''
                     left join pg_sequence s on s.seqrelid = d.objid
                    where c.relkind in ('r', 'p') and not c.relispartition
                    group by c.oid, c.name, c.relkind, c.relpersistence, c.reloptions
                    order by c.name""",
            OURS + """
                   select format('alter table %s alter column %I set storage %s;', c.name, a.attname,
                                 case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                                                   when 'm' then 'main' else 'extended' end)
                     from ours c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                     join pg_type t on t.oid = a.atttypid
                    where c.relkind in ('r', 'p') and not c.relispartition and a.attstorage <> t.typstorage
                    order by c.name, a.attnum""",
            OURS.stripTrailing().replaceFirst("^with ", "with recursive ")
                    + """
                   , tree as (
                     select oid, 0 as depth from ours where relkind = 'p' and not relispartition
                     union all
                     select i.inhrelid, tree.depth + 1 from tree join pg_inherits i on i.inhparent = tree.oid)
                   select format('create %stable %s partition of %s %s',"""
                    + TABLE_KIND + ", c.name, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid)) || " + HOW_KEPT
                    + """
                     from ours c join tree on tree.oid = c.oid join pg_inherits i on i.inhrelid = c.oid
                    where c.relispartition order by tree.depth, c.name""");

    /** What is quicker made, or must not act, while rows come. */
    static final List<String> AFTER = List.of(
            // A key of a partition or an index of one comes with that of the whole table.
            OURS + """
                   select format('alter table %s add constraint %I %s;', c.name, k.conname, pg_get_constraintdef(k.oid))
                     from ours c join pg_constraint k on k.conrelid = c.oid
                    where k.contype in ('p', 'u', 'x') and k.conparentid = 0
                       or k.contype = 'c' and k.coninhcount = 0
                    order by c.name, k.conname""",
            OURS + """
                   select regexp_replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') || ';'
                     from ours c join pg_index i on i.indrelid = c.oid
                    where c.relkind in ('r', 'p')
                      and not exists (select from pg_constraint k
                                       where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
                      and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
                    order by c.name, i.indexrelid::regclass::text""",
            OURS + """
                   select format('alter sequence %s owned by %s.%I;', c.name, d.refobjid::regclass, a.attname)
                     from ours c join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
                          and d.refclassid = 'pg_class'::regclass and d.deptype = 'a'
                     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                    where c.relkind = 'S' order by c.name""",
            // In the order in which they were made: one may look at another.
            OURS + """
                   select format('create %sview %s%s as %s',
                                 case c.relkind when 'm' then 'materialized ' else '' end, c.name,
                                 coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''),
                                 pg_get_viewdef(c.oid))
                     from ours c where c.relkind in ('v', 'm') order by c.oid""",
            OURS + """
                   select pg_get_indexdef(i.indexrelid) || ';' from ours c join pg_index i on i.indrelid = c.oid
                    where c.relkind = 'm' order by i.indexrelid::regclass::text""",
            OURS + """
                   select format('alter table %s add constraint %I %s;', c.name, k.conname, pg_get_constraintdef(k.oid))
                     from ours c join pg_constraint k on k.conrelid = c.oid
                    where k.contype = 'f' and k.conparentid = 0 order by c.name, k.conname""",
            OURS + """
                   select pg_get_triggerdef(g.oid) || ';'
                          || case g.tgenabled when 'O' then '' else format(E'\\nalter table %s %s trigger %I;', c.name,
                                  case g.tgenabled when 'D' then 'disable' when 'A' then 'enable always'
                                                   else 'enable replica' end, g.tgname) end
                     from ours c join pg_trigger g on g.tgrelid = c.oid
                    where not g.tgisinternal and g.tgparentid = 0 order by c.name, g.tgname""");

    /** Names of sequences, as SQL. */
    static final String SEQUENCES = OURS + "select c.name from ours c where c.relkind = 'S' order by c.name";

    /** Names what would be lost, in words. */
    static final String NOT_COPIED = OURS + """
            select 'foreign table ' || c.name from ours c where c.relkind = 'f'
            union all select 'type ' || t.oid::regtype from pg_type t join pg_namespace n on n.oid = t.typnamespace
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and (t.typtype in ('d', 'r') or t.typtype = 'c' and exists (
                      select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
               and not exists (select from pg_depend d
                                where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
            union all select 'table with policies ' || c.name from ours c where c.relrowsecurity
            union all select 'heir ' || c.name from ours c join pg_inherits i on i.inhrelid = c.oid
             where c.relkind = 'r' and not c.relispartition
            union all select 'table of a type ' || c.name from ours c where c.reloftype <> 0
            union all select 'rule ' || r.rulename || ' on ' || c.name from ours c join pg_rewrite r on r.ev_class = c.oid
             where r.rulename <> '_RETURN'
            union all select 'aggregate ' || p.oid::regprocedure""" + FUNCTIONS_OF_OURS + """
               and (p.prokind in ('a', 'w') or p.prosqlbody is not null)
            union all select 'event trigger ' || evtname from pg_event_trigger
            union all select 'publication ' || pubname from pg_publication
            union all select 'statistics ' || stxname from pg_statistic_ext
            union all select 'large object ' || oid from pg_largeobject_metadata
            order by 1""";

    private Definitions() {}
}
