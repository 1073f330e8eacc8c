package rw.ishemalink.tracking.trip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** What positions have shown of trips, as rows. */
@ApplicationScoped
public class TripEvents {

    private static final String COLUMNS = """
            event_id, booking_id, sequence, tenant, change, recorded_at, late, vehicle_id, driver_id, latitude, longitude,
            geofence, speed_kmh, limit_kmh, off_corridor_metres, seal_number, since, arrival_at, remaining_metres""";

    private static final String KEEP = "insert into trip_event (" + COLUMNS + """
            ) values (:eventId, :bookingId, :sequence, :tenant, :change, :recordedAt, :late, :vehicleId, :driverId,
                      :latitude, :longitude, :geofence, :speedKmh, :limitKmh, :offCorridorMetres, :sealNumber, :since,
                      :arrivalAt, :remainingMetres)
            on conflict (event_id) do nothing""";

    /** The newest, in the order in which they were told. */
    private static final String OF_BOOKING = "select * from (select " + COLUMNS
            + " from trip_event where booking_id = :bookingId order by sequence desc limit :most) newest order by sequence";

    /** Those that nobody has answered, each with the last word on its booking. */
    private static final String AT_BORDER = "select " + COLUMNS + """
             from trip_event e
            where tenant = :tenant and change = 'BORDER_ARRIVAL_PROPOSED'
              and (:geofence::text is null or geofence = :geofence)
              and exists (select from trip t where t.booking_id = e.booking_id and t.tenant = e.tenant
                             and t.at_border_at is null and t.ended_at is null)
            order by recorded_at, event_id limit :most""";

    private final UnitOfWork unitOfWork;

    TripEvents(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Keeps the event; one that is known already changes nothing. */
    public void keep(Handle sql, TripEvent event) {
        sql.createUpdate(KEEP).bindMethods(event).execute();
    }

    /** The last events of the trip, in the order in which they were told; late ones come where they were told. */
    public List<TripEvent> list(UUID bookingId, int most) {
        return unitOfWork.read(sql -> sql.createQuery(OF_BOOKING)
                .bind("bookingId", bookingId)
                .bind("most", most)
                .map(ConstructorMapper.of(TripEvent.class))
                .list());
    }

    /**
     * Arrivals at border posts that were proposed and not confirmed, of trips under way, oldest first.
     *
     * @param post by name; empty: all
     */
    public List<TripEvent> listArrivalsAtBorder(String tenant, Optional<String> post, int most) {
        return unitOfWork.read(sql -> sql.createQuery(AT_BORDER)
                .bind("tenant", tenant)
                .bind("geofence", post.map(name -> "border:" + name))
                .bind("most", most)
                .map(ConstructorMapper.of(TripEvent.class))
                .list());
    }
}
