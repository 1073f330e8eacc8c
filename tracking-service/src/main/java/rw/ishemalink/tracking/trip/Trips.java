package rw.ishemalink.tracking.trip;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** The trips as rows. */
@ApplicationScoped
public class Trips {

    /** A booking may be assigned anew, to another driver, before it is picked up. */
    private static final String KEEP = """
            insert into trip (booking_id, tenant, kind, sender_id, driver_id, vehicle_id, operator_id,
                              destination_district, destination_latitude, destination_longitude, assigned_at)
            values (:bookingId, :tenant, :kind, :senderId, :driverId, :vehicleId, :operatorId,
                    :destinationDistrict, :destinationLatitude, :destinationLongitude, :assignedAt)
            on conflict (booking_id) do update
               set driver_id = excluded.driver_id, vehicle_id = excluded.vehicle_id,
                   operator_id = excluded.operator_id, assigned_at = excluded.assigned_at""";

    private static final String FIND = """
            select booking_id, tenant, kind, sender_id, driver_id, vehicle_id, operator_id, destination_district,
                   destination_latitude, destination_longitude, assigned_at, picked_up_at, ended_at
              from trip where booking_id = :bookingId""";

    private static final String UNDER_WAY =
            "select booking_id, vehicle_id from trip where booking_id = any(:ids) and ended_at is null";

    private final UnitOfWork unitOfWork;

    Trips(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public void begin(Handle sql, Trip trip) {
        sql.createUpdate(KEEP).bindMethods(trip).execute();
    }

    /** A phone whose clock is behind may say that it was before the assignment. */
    public void pickedUp(Handle sql, UUID bookingId, Instant at) {
        sql.createUpdate("update trip set picked_up_at = greatest(assigned_at, :at) where booking_id = :bookingId")
                .bind("at", at)
                .bind("bookingId", bookingId)
                .execute();
    }

    /** The inspector has said so: no arrival is waited for any more. */
    public void arrivedAtBorder(Handle sql, UUID bookingId, Instant at) {
        sql.createUpdate("update trip set at_border_at = :at where booking_id = :bookingId and at_border_at is null")
                .bind("at", at)
                .bind("bookingId", bookingId)
                .execute();
    }

    public void end(Handle sql, UUID bookingId, Instant at) {
        sql.createUpdate("update trip set ended_at = greatest(assigned_at, :at)"
                        + " where booking_id = :bookingId and ended_at is null")
                .bind("at", at)
                .bind("bookingId", bookingId)
                .execute();
    }

    /** The booking's trip, whosever it is: ask {@link TripVisibility} before showing it. */
    public Optional<Trip> find(UUID bookingId) {
        return unitOfWork.read(sql -> sql.createQuery(FIND)
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(Trip.class))
                .findOne());
    }

    /** Those of the bookings that are under way, each with the vehicle that moves it now. */
    public Map<UUID, UUID> findVehiclesUnderWay(Collection<UUID> bookingIds) {
        return unitOfWork.read(sql -> sql.createQuery(UNDER_WAY)
                .bindArray("ids", UUID.class, bookingIds)
                .reduceRows(new HashMap<>(), (vehicles, row) -> {
                    vehicles.put(row.getColumn("booking_id", UUID.class), row.getColumn("vehicle_id", UUID.class));
                    return vehicles;
                }));
    }
}
