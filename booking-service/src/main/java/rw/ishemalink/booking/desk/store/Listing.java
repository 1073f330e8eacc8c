package rw.ishemalink.booking.desk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import rw.ishemalink.booking.desk.Lens;
import rw.ishemalink.booking.desk.Visibility;

/**
 * The one statement of a list. Each lens has an index of its own that brings the newest first; several lenses are
 * several limited branches, put together afterwards: an {@code or} of them would read the whole table.
 */
record Listing(Visibility visibility, Search search) {

    Query query(Handle sql) {
        return bind(sql.createQuery(text()));
    }

    String text() {
        Set<Lens> lenses = lenses();
        if (lenses.size() == 1) {
            return branch(lenses.iterator().next());
        }
        return lenses.stream()
                .map(lens -> "(" + branch(lens) + ")")
                .collect(Collectors.joining(
                        " union all ",
                        "select distinct on (booking_id) * from (",
                        ") seen order by booking_id desc limit :limit"));
    }

    Query bind(Query query) {
        return query.configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("tenant", visibility.tenant())
                .bind("personId", visibility.personId())
                .bind("fleet", visibility.fleet().orElse(null))
                .bind("status", search.status())
                .bind("kind", search.kind())
                .bind("trackingCode", search.trackingCode())
                .bind("commodity", search.commodity())
                .bind("originDistrict", search.originDistrict())
                .bind("destinationDistrict", search.destinationDistrict())
                .bind("driverId", search.driverId())
                .bind("createdFrom", search.created().from())
                .bind("firstId", search.created().firstId())
                .bind("createdTo", search.created().to())
                .bind("endId", search.created().endId())
                .bind("scheduledFrom", search.scheduled().from())
                .bind("scheduledTo", search.scheduled().to())
                .bind("after", search.after())
                .bind("limit", search.limit());
    }

    /** Who sees all needs no other lens, unless they ask for it. */
    private Set<Lens> lenses() {
        if (search.as() != null) {
            return Set.of(search.as());
        }
        return visibility.everything() ? Set.of(Lens.STAFF) : visibility.lenses();
    }

    private String branch(Lens lens) {
        return "select * from booking where tenant = :tenant" + seenThrough(lens) + narrowed()
                + " order by booking_id desc limit :limit";
    }

    /** The same rule as {@code Visibility.includes}, in SQL. */
    private static String seenThrough(Lens lens) {
        return switch (lens) {
            case SENDER -> " and sender_id = :personId";
            case DRIVER -> " and driver_id = :personId";
            case OPERATOR -> " and operator_id = :fleet";
            case CUSTOMS -> " and kind = 'CARGO_INTERNATIONAL'";
            case STAFF -> "";
        };
    }

    private String narrowed() {
        List<String> conditions = new ArrayList<>();
        add(conditions, search.status() != null, "status = :status");
        add(conditions, search.kind() != null, "kind = :kind");
        add(conditions, search.trackingCode() != null, "tracking_code = :trackingCode");
        add(conditions, search.commodity() != null, "commodity = :commodity");
        add(conditions, search.originDistrict() != null, "origin_district = :originDistrict");
        add(conditions, search.destinationDistrict() != null, "destination_district = :destinationDistrict");
        add(conditions, search.driverId() != null, "driver_id = :driverId");
        add(conditions, search.created().from() != null, "created_at >= :createdFrom and booking_id >= :firstId");
        add(conditions, search.created().to() != null, "created_at < :createdTo and booking_id < :endId");
        add(conditions, search.scheduled().from() != null, "scheduled_for >= :scheduledFrom");
        add(conditions, search.scheduled().to() != null, "scheduled_for < :scheduledTo");
        add(conditions, search.stuck(), "step_deadline < now()");
        add(conditions, search.after() != null, "booking_id < :after");
        return String.join("", conditions);
    }

    private static void add(List<String> conditions, boolean wanted, String condition) {
        if (wanted) {
            conditions.add(" and " + condition);
        }
    }
}
