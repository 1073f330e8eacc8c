package rw.ishemalink.booking.dispatch.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.dispatch.Needs;
import rw.ishemalink.booking.dispatch.Route;
import rw.ishemalink.booking.dispatch.Search;
import rw.ishemalink.booking.dispatch.SearchState;
import rw.ishemalink.booking.dispatch.returnload.OpenLoad;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.booking.terms.BookingKind;

/** The table of searches. */
@ApplicationScoped
public class SearchStore {

    /** A booking whose driver was refused is sought for again: the search goes on where it was. */
    private static final String OPEN = """
            insert into dispatch_search (booking_id, tenant, kind, weight_kg, price_rwf, pickup_latitude,
                                         pickup_longitude, dropoff_latitude, dropoff_longitude, state, next_at)
            values (:bookingId, :tenant, :kind, :weightKg, :priceRwf, :pickUpLatitude, :pickUpLongitude, :dropOffLatitude, :dropOffLongitude, 'SEARCHING', greatest(now(), cast(:begin as timestamptz)))
            on conflict (booking_id) do update
            set state = 'SEARCHING', next_at = excluded.next_at, closed_at = null, pause_batch = dispatch_search.batch""";

    private static final String SAVE = """
            update dispatch_search
            set state = :state, batch = :batch, pause_batch = :pauseBatch, sequence = :sequence,
                next_at = case when :state = 'CLOSED' then null
                               else clock_timestamp() + make_interval(secs => :waitSeconds) end,
                closed_at = case when :state = 'CLOSED' then coalesce(closed_at, now()) end
            where booking_id = :bookingId""";

    /** As much as one answer needs; who has more around loses those sought for the shortest time. */
    private static final String OPEN_CARGO = """
            select * from dispatch_search
            where tenant = :tenant and state <> 'CLOSED' and kind <> 'RIDE'
              and pickup_latitude between :south and :north and pickup_longitude between :west and :east
            order by opened_at, booking_id limit 1000""";

    /** Of a great circle, as short as it gets: a meridian's near the equator. */
    private static final double METRES_PER_DEGREE = 110_500;

    /**
     * How a search stands, for people.
     *
     * @param nextAt when it is taken up again; null once it is closed
     * @param closedAt null while it is not
     */
    public record Standing(
            SearchState state,
            int batches,
            Instant openedAt,
            @Nullable Instant nextAt,
            @Nullable Instant closedAt) {}

    /**
     * Opens the booking's search, or opens it again.
     *
     * @param begin not before; null: at once
     */
    public void open(Handle sql, Order order, Route route, @Nullable Instant begin) {
        Needs needs = Needs.of(order.terms());
        sql.createUpdate(OPEN)
                .bind("bookingId", order.bookingId())
                .bind("tenant", order.tenant())
                .bind("kind", needs.kind())
                .bind("weightKg", needs.weightKg())
                .bind("priceRwf", order.terms().price().totalRwf())
                .bind("pickUpLatitude", route.pickUp().latitude())
                .bind("pickUpLongitude", route.pickUp().longitude())
                .bind("dropOffLatitude", route.dropOff().latitude())
                .bind("dropOffLongitude", route.dropOff().longitude())
                .bind("begin", begin)
                .execute();
    }

    /** The search that has been due for longest, locked; one that another instance has in hand is passed over. */
    public Optional<Search> claimDue(Handle sql) {
        return search(sql.createQuery("""
                select * from dispatch_search where next_at <= now()
                order by next_at limit 1 for update skip locked"""));
    }

    /** The booking's search, locked until the end of the transaction. */
    public Optional<Search> findForUpdate(Handle sql, UUID bookingId) {
        return search(sql.createQuery("select * from dispatch_search where booking_id = :bookingId for update")
                .bind("bookingId", bookingId));
    }

    /** How the booking's search stands; empty if none was ever opened. */
    public Optional<Standing> findStanding(Handle sql, UUID bookingId) {
        return sql.createQuery("select * from dispatch_search where booking_id = :bookingId")
                .bind("bookingId", bookingId)
                .map((row, _) -> new Standing(
                        SearchState.valueOf(row.getString("state")),
                        row.getInt("batch"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        time(row, "next_at"),
                        time(row, "closed_at")))
                .findOne();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Writes how the search stands, and when it is taken up again; a closed one never is. */
    public void save(Handle sql, Search search, Duration wait) {
        sql.createUpdate(SAVE)
                .bind("bookingId", search.bookingId())
                .bind("state", search.state())
                .bind("batch", search.batch())
                .bind("pauseBatch", search.pauseBatch())
                .bind("sequence", search.sequence())
                .bind("waitSeconds", wait.toMillis() / 1000.0)
                .execute();
    }

    /** Cargo that a driver is sought for and that begins within the distance of the point, longest sought first. */
    public List<OpenLoad> listOpenCargo(Handle sql, String tenant, GeoPoint around, double withinMetres) {
        double latitudes = withinMetres / METRES_PER_DEGREE;
        double longitudes = latitudes / Math.cos(Math.toRadians(around.latitude()));
        return sql
                .createQuery(OPEN_CARGO)
                .bind("tenant", tenant)
                .bind("south", around.latitude() - latitudes)
                .bind("north", around.latitude() + latitudes)
                .bind("west", around.longitude() - longitudes)
                .bind("east", around.longitude() + longitudes)
                .map((row, _) -> openLoad(row))
                .stream()
                .filter(load -> around.metresTo(load.route().pickUp()) <= withinMetres)
                .toList();
    }

    private static OpenLoad openLoad(ResultSet row) throws SQLException {
        return new OpenLoad(
                row.getObject("booking_id", UUID.class),
                needs(row),
                new Route(
                        pickUp(row),
                        new GeoPoint(row.getDouble("dropoff_latitude"), row.getDouble("dropoff_longitude"))),
                row.getLong("price_rwf"));
    }

    private static Needs needs(ResultSet row) throws SQLException {
        return new Needs(BookingKind.valueOf(row.getString("kind")), row.getLong("weight_kg"));
    }

    private static GeoPoint pickUp(ResultSet row) throws SQLException {
        return new GeoPoint(row.getDouble("pickup_latitude"), row.getDouble("pickup_longitude"));
    }

    /** Writes only how many events there were. */
    public void tell(Handle sql, Search search) {
        sql.createUpdate("update dispatch_search set sequence = :sequence where booking_id = :bookingId")
                .bind("bookingId", search.bookingId())
                .bind("sequence", search.sequence())
                .execute();
    }

    /** The loop takes the search up at once. */
    public void hasten(Handle sql, UUID bookingId) {
        sql.createUpdate(
                        "update dispatch_search set next_at = now() where booking_id = :bookingId and state <> 'CLOSED'")
                .bind("bookingId", bookingId)
                .execute();
    }

    /** The loop takes the search up only after that time: something is wrong with it. */
    public void postpone(Handle sql, UUID bookingId, Duration wait) {
        sql.createUpdate("""
                        update dispatch_search set next_at = now() + make_interval(secs => :waitSeconds)
                        where booking_id = :bookingId and state <> 'CLOSED'""")
                .bind("bookingId", bookingId)
                .bind("waitSeconds", wait.toMillis() / 1000.0)
                .execute();
    }

    private static Optional<Search> search(Query query) {
        return query.map((row, _) -> search(row)).findOne();
    }

    private static Search search(ResultSet row) throws SQLException {
        return new Search(
                row.getObject("booking_id", UUID.class),
                row.getString("tenant"),
                needs(row),
                pickUp(row),
                SearchState.valueOf(row.getString("state")),
                row.getInt("batch"),
                row.getInt("pause_batch"),
                row.getLong("sequence"));
    }
}
