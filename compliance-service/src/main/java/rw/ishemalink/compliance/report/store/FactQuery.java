package rw.ishemalink.compliance.report.store;

/** The tables of the reports, each one query over the facts of a month. */
public enum FactQuery {
    PAYMENTS("""
            select provider,
                   count(*) filter (where outcome = 'SUCCEEDED'),
                   coalesce(sum(amount_rwf) filter (where outcome = 'SUCCEEDED'), 0),
                   count(*) filter (where outcome = 'REFUNDED'),
                   coalesce(sum(amount_rwf) filter (where outcome = 'REFUNDED'), 0),
                   count(*) filter (where outcome = 'ATTEMPT_FAILED'),
                   count(*) filter (where outcome = 'EXPIRED'),
                   count(*) filter (where outcome = 'CANCELLED'),
                   count(*) filter (where outcome in ('SUCCEEDED', 'REFUNDED') and amount_rwf > :largeAboveRwf),
                   coalesce(sum(amount_rwf) filter (
                     where outcome in ('SUCCEEDED', 'REFUNDED') and amount_rwf > :largeAboveRwf), 0)
              from payment_fact where tenant = :tenant and month = :month
             group by provider order by provider"""),

    LARGE_PAYMENTS("""
            select to_char(occurred_at at time zone 'Africa/Kigali', 'YYYY-MM-DD'), cast(payment_id as text),
                   cast(booking_id as text), provider, provider_transaction_id, outcome, amount_rwf
              from payment_fact
             where tenant = :tenant and month = :month and amount_rwf > :largeAboveRwf
               and outcome in ('SUCCEEDED', 'REFUNDED')
             order by occurred_at, event_id"""),

    EXPORTS_BY_BORDER_POST(exportsBy("border_post")),

    EXPORTS_BY_COUNTRY(exportsBy("destination_country")),

    EXPORTS_BY_CHAPTER(exported() + """
            select left(regexp_replace(p.hs_code, '[^0-9]', '', 'g'), 2) as chapter, count(distinct p.booking_id),
                   sum(p.packages), sum(p.weight_kg),
                   coalesce(sum(div(e.declared_value * cast(p.weight_kg as numeric), nullif(e.weight_kg, 0)))
                     filter (where e.declared_currency = 'RWF'), 0)
              from exported join export_file e using (booking_id) join export_parcel p using (booking_id)
             group by chapter order by chapter"""),

    HOLDS("""
            select e.border_post, count(*), count(distinct j.booking_id)
              from journey_fact j join export_file e using (booking_id)
             where j.tenant = :tenant and j.month = :month and j.change = 'HELD_AT_BORDER'
             group by e.border_post order by e.border_post"""),

    TRIPS("""
            select kind, count(*) filter (where change = 'PICKED_UP'), count(*) filter (where change = 'DELIVERED'),
                   count(*) filter (where change = 'CANCELLED'), count(*) filter (where change = 'FAILED')
              from journey_fact where tenant = :tenant and month = :month
               and change in ('PICKED_UP', 'DELIVERED', 'CANCELLED', 'FAILED')
             group by kind order by kind"""),

    DECISIONS("""
            select verdict, count(*) from dispatch_decision
             where tenant = :tenant and decided_at >= :start and decided_at < :end
             group by verdict order by verdict"""),

    RULES("""
            select rule ->> 'ruleId' as id, rule ->> 'legalReference' as law,
                   count(*) filter (where rule ->> 'outcome' = 'MET'),
                   count(*) filter (where rule ->> 'outcome' = 'UNMET'),
                   count(*) filter (where rule ->> 'outcome' = 'UNKNOWN')
              from dispatch_decision cross join lateral jsonb_array_elements(rules) as rule
             where tenant = :tenant and decided_at >= :start and decided_at < :end
             group by id, law order by id, law"""),

    EXPIRING("""
            select kind, count(*) filter (where valid_until < cast(:dayAfter as date) + 30),
                   count(*) filter (where valid_until < cast(:dayAfter as date) + 60), count(*)
              from (select kind, valid_until
                      from licence join lateral (
                             select on_record, status, valid_until from licence_word
                              where licence_word.licence_id = licence.licence_id
                              order by source = 'REGISTER' desc, said_at desc limit 1) as word on true
                     where tenant = :tenant and on_record and status = 'VALID'
                    union all
                    select 'DRIVING_LICENCE', licence_valid_until from driver_record
                     where tenant = :tenant and active
                       and not exists (select from licence where holder_id = driver_id and kind = 'DRIVING_LICENCE')
                   ) as licence
             where valid_until >= :dayAfter and valid_until < cast(:dayAfter as date) + 90
             group by kind order by kind""");

    private final String sql;

    FactQuery(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** An export counts once, in the month in which it first left the border. */
    private static String exported() {
        return """
            with exported as (
              select distinct booking_id from journey_fact j
               where tenant = :tenant and month = :month and change = 'LEFT_BORDER'
                 and not exists (select 1 from journey_fact b
                                  where b.booking_id = j.booking_id and b.change = 'LEFT_BORDER' and b.month < j.month))
            """;
    }

    private static String exportsBy(String column) {
        return exported() + """
            select %1$s, count(*), sum(weight_kg),
                   coalesce(sum(declared_value) filter (where declared_currency = 'RWF'), 0),
                   count(*) filter (where declared_value is null)
              from exported join export_file using (booking_id)
             group by %1$s order by %1$s""".formatted(column);
    }
}
