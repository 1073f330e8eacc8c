package rw.ishemalink.local.load;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rw.ishemalink.local.load.FixText.PhoneFix;
import rw.ishemalink.schemas.Topics;

/**
 * Vehicles by number, each with the driver of the same number, told of in the place of identity-service. All drive in circles
 * of 450 metres, each somewhere in Rwanda, so that where one is at a time is a plausible place at any rate of fixes.
 */
final class PositionFleet {

    private static final String PHONE = "+250788000008";
    private static final long VEHICLES = 0x6c6f_6164_0000_4001L;
    private static final long DRIVERS = 0x6c6f_6164_0000_4002L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private static final double SOUTH = -2.5;
    private static final double WEST = 29.4;
    private static final double EXTENT_DEGREES = 1.2;
    private static final double RADIUS_DEGREES = 0.004;
    private static final double SPEED_KMH = 40;
    private static final double RADIANS_PER_MILLI = 0.000_025;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LoadStack stack;
    private final Events events;
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
    private int size;

    PositionFleet(LoadStack stack, Events events) {
        this.stack = stack;
        this.events = events;
    }

    static UUID vehicleId(int number) {
        return new UUID(VEHICLES, VARIANT | number);
    }

    static UUID driverId(int number) {
        return new UUID(DRIVERS, VARIANT | number);
    }

    /** The number of a vehicle of ours. */
    static int numberOf(UUID vehicleId) {
        return vehicleId.getMostSignificantBits() == VEHICLES ? (int) vehicleId.getLeastSignificantBits() : -1;
    }

    /** Sees to it that there are so many, known to the service. */
    void grow(int vehicles) {
        if (vehicles > size) {
            hire(IntStream.range(size, vehicles).boxed().collect(Collectors.toMap(n -> n, n -> n)));
            size = vehicles;
        }
    }

    /** Tells which driver drives which vehicle, and waits until the service knows. */
    void hire(Map<Integer, Integer> vehiclesByDriver) {
        vehiclesByDriver.keySet().parallelStream()
                .forEach(driver -> tokens.put(driver, stack.mint().tokenOf(driverId(driver), PHONE, "DRIVER")));
        vehiclesByDriver.forEach(this::publish);
        events.flush();
        Database tracking = new Database(stack.database(LoadStack.TRACKING));
        Waiting.until(
                tokens.size() + " drivers to be known",
                PATIENCE,
                () -> tracking.count("select count(*) from driver_vehicle") >= tokens.size());
    }

    private void publish(int driver, int vehicle) {
        String licence = "1%015d".formatted(driver);
        String plate =
                "RA%c %03d %c".formatted('A' + vehicle / 26_000 % 26, vehicle % 1_000, 'A' + vehicle / 1_000 % 26);
        events.publish(
                Topics.FLEET_EVENTS,
                driverId(driver),
                LoadDrivers.event(driverId(driver), vehicleId(vehicle), PHONE, licence, plate));
    }

    /** How many there are. */
    int size() {
        return size;
    }

    String token(int driver) {
        return requireNonNull(tokens.get(driver), "nobody has that number");
    }

    /** Where the vehicle is at that time. */
    static PhoneFix fix(int vehicle, long millis) {
        int spread = vehicle * 0x9E3779B9;
        double latitude = SOUTH + (spread >>> 16) / 65_536.0 * EXTENT_DEGREES;
        double longitude = WEST + (spread & 0xFFFF) / 65_536.0 * EXTENT_DEGREES;
        double angle = millis % 1_000_000_000 * RADIANS_PER_MILLI + vehicle;
        return new PhoneFix(
                latitude + Math.sin(angle) * RADIUS_DEGREES,
                longitude + Math.cos(angle) * RADIUS_DEGREES,
                SPEED_KMH,
                millis);
    }
}
