package rw.ishemalink.booking.testing;

import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import rw.ishemalink.booking.dispatch.DriverIndex;
import rw.ishemalink.booking.dispatch.Nearby;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/**
 * A spot in Rwanda with drivers around it. Each stage is so far from all others, from the districts' centroids and from
 * where other tests' rides begin that no other search reaches its drivers.
 */
public final class DispatchStage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double METRES_PER_DEGREE = 111_195;

    private final GeoPoint spot;

    private DispatchStage(GeoPoint spot) {
        this.spot = spot;
    }

    /** A stage that nobody else plays on. */
    public static DispatchStage alone() {
        return new DispatchStage(Spots.next());
    }

    public GeoPoint spot() {
        return spot;
    }

    /** A ride that begins here. */
    public Map<String, Object> ride() {
        return Map.of(
                "kind",
                "RIDE",
                "origin",
                Map.of("latitude", spot.latitude(), "longitude", spot.longitude(), "label", "Here"),
                "destination",
                Map.of("latitude", -1.9706, "longitude", 30.1044, "label", "Remera"));
    }

    /** Potatoes of that weight from here to another stage. */
    public Map<String, Object> cargo(long weightKg, DispatchStage to) {
        return Map.of(
                "kind",
                "CARGO_DOMESTIC",
                "origin",
                place("55", "Here"),
                "destination",
                to.place("11", "There"),
                "commodity",
                "irish-potatoes",
                "weightKg",
                weightKg,
                "packages",
                1);
    }

    private Map<String, Object> place(String district, String label) {
        return Map.of("district", district, "latitude", spot.latitude(), "longitude", spot.longitude(), "label", label);
    }

    /** A moto driver on duty, that far north of here. */
    public Drivers moto(long metres) {
        return driver(metres, VehicleKind.MOTORCYCLE, 0);
    }

    /** A lorry driver on duty, that far north of here. */
    public Drivers lorry(long metres, long capacityKg) {
        return driver(metres, VehicleKind.TRUCK, capacityKg);
    }

    private Drivers driver(long metres, VehicleKind kind, long capacityKg) {
        Drivers driver = new Drivers(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        change(driver, 1, DriverStatus.ACTIVE, true, new Vehicle(driver.vehicleId(), "RAB 123 C", kind, capacityKg));
        // A fix from the future stays fresh, however long the test takes.
        comesTo(driver, metres, Instant.now().plus(Duration.ofHours(1)));
        return driver;
    }

    /** A moto driver there who is off duty. */
    public Drivers motoOffDuty(long metres) {
        Drivers driver = new Drivers(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        change(driver, 1, DriverStatus.ACTIVE, false, moto(driver));
        comesTo(driver, metres, Instant.now().plus(Duration.ofHours(1)));
        return driver;
    }

    /** A moto driver on duty who was there at that time, and is silent since. */
    public Drivers motoLastSeen(long metres, Instant recordedAt) {
        Drivers driver = new Drivers(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        change(driver, 1, DriverStatus.ACTIVE, true, moto(driver));
        comesTo(driver, metres, recordedAt);
        return driver;
    }

    /** The platform suspends the moto driver. */
    public void suspends(Drivers driver) {
        change(driver, 2, DriverStatus.SUSPENDED, true, moto(driver));
        awaitIndex(driver, 20_000, near -> !near.driver().active());
    }

    private static Vehicle moto(Drivers driver) {
        return new Vehicle(driver.vehicleId(), "RAB 123 C", VehicleKind.MOTORCYCLE, 0L);
    }

    /** The driver's phone reports a position, and the index has taken it. */
    public void comesTo(Drivers driver, long metres, Instant recordedAt) {
        EventSource.publish(Topics.TRACKING_POSITIONS, driver.vehicleId(), position(driver, metres, recordedAt));
        awaitIndex(driver, metres + 10, _ -> true);
    }

    /** The table has yet to hear of the driver, whom the index knows. */
    public static void isUnknownToTheTable(Drivers driver) {
        run("delete from driver where driver_id = :id", driver.driverId());
    }

    /** The moto driver changes something, and both index and table have heard it. */
    public void goesOnDuty(Drivers driver) {
        change(driver, 2, DriverStatus.ACTIVE, true, moto(driver));
        awaitIndex(driver, 20_000, near -> near.driver().sequence() == 2);
    }

    private void awaitIndex(Drivers driver, long withinMetres, Predicate<Nearby> so) {
        DriverIndex index = Arc.container().select(DriverIndex.class).get();
        await("driver in the index").atMost(PATIENCE).until(() -> index.nearest(spot, withinMetres)
                .anyMatch(near -> near.driverId().equals(driver.driverId()) && so.test(near)));
    }

    /** Waits until the driver is offered the booking. */
    public static void awaitOffer(Drivers driver, UUID bookingId) {
        await("offer").atMost(PATIENCE).until(() -> isOffered(driver, bookingId));
    }

    /** Whether the driver sees an offer of the booking now. */
    public static boolean isOffered(Drivers driver, UUID bookingId) {
        return driver.person()
                .gets("/api/bookings/offers")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("bookingId")
                .contains(bookingId.toString());
    }

    /** Waits until staff see the value at that path of the booking's dispatch. */
    public static void awaitDispatch(UUID bookingId, String path, Object value) {
        Someone auditor = Someone.with(Role.AUDITOR);
        await(path + " = " + value)
                .atMost(PATIENCE)
                .until(() -> value.equals(auditor.gets("/api/bookings/{id}/dispatch", bookingId)
                        .extract()
                        .path(path)));
    }

    /** The booking's open offers are over, and the loop takes the search up. */
    public static void letOffersExpire(UUID bookingId) {
        run("""
                update dispatch_offer set offered_at = offered_at - interval '1 day', expires_at = now() - interval '1 s'
                where booking_id = :id and state = 'OPEN'""", bookingId);
        letSearchGoOn(bookingId);
    }

    /** The search's pause is over. */
    public static void letSearchGoOn(UUID bookingId) {
        run("update dispatch_search set next_at = now() where booking_id = :id", bookingId);
    }

    /** So many more batches have gone out. */
    public static void letBatchesGoBy(UUID bookingId, int batches) {
        run("update dispatch_search set batch = batch + " + batches + " where booking_id = :id", bookingId);
    }

    /** Offers the other booking, by SQL, to whom the first is offered. */
    public static void offerLike(UUID first, UUID other) {
        run("""
                insert into dispatch_offer
                select '%s', driver_id, batch, tenant, vehicle_id, distance_m, offered_at, expires_at, state
                from dispatch_offer where booking_id = :id""".formatted(other), first);
    }

    private static void run(String update, UUID id) {
        UnitOfWork unitOfWork = Arc.container().select(UnitOfWork.class).get();
        unitOfWork.run(tx -> tx.sql().createUpdate(update).bind("id", id).execute());
    }

    private TrackingPosition position(Drivers driver, long metres, Instant recordedAt) {
        return TrackingPosition.newBuilder()
                .setTenant(Someone.TENANT)
                .setVehicleId(driver.vehicleId())
                .setDriverId(driver.driverId())
                .setLatitude(spot.latitude() + metres / METRES_PER_DEGREE)
                .setLongitude(spot.longitude())
                .setRecordedAt(recordedAt.truncatedTo(ChronoUnit.MICROS))
                .setReceivedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    private static void change(Drivers driver, long sequence, DriverStatus status, boolean onDuty, Vehicle vehicle) {
        FleetEvent event = new FleetEvent(
                Events.metadata(Someone.TENANT, sequence),
                FleetChange.DRIVER_CHANGED,
                Driver.newBuilder()
                        .setDriverId(driver.driverId())
                        .setName("Claude Mugisha")
                        .setPhone("+250788000002")
                        .setLanguage(Language.RW)
                        .setLicenceNumber("L-1")
                        .setLicenceCategories(List.of("A", "C"))
                        .setLicenceValidUntil(LocalDate.parse("2099-01-01"))
                        .setStatus(status)
                        .setVehicle(vehicle)
                        .setOperator(new Operator(driver.operatorId(), "Volcano Express", "100000001"))
                        .setOnDuty(onDuty)
                        .build());
        Inboxes.hear(Topics.FLEET_EVENTS, driver.driverId(), event.getMetadata(), event);
    }
}
