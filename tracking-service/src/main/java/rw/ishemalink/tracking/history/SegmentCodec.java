package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.history.Varints.Reader;
import rw.ishemalink.tracking.history.Varints.Writer;
import rw.ishemalink.tracking.position.Position;

/**
 * Fixes of one vehicle and driver as bytes: each as its difference from the one before, about ten bytes a fix. Times are
 * kept exactly, places to 11 cm (a tenth of what any phone knows), speed to 0.1 km/h, bearing to 1°, accuracy and altitude
 * to 1 m, the time of receipt to 0.1 s. Pure.
 *
 * <p>Layout: version; unit of times (microseconds); number of fixes; each fix: bits of {@link Presence}, time (difference
 * of differences), lag of receipt, latitude, longitude, then what the bits name.
 */
final class SegmentCodec {

    private static final int VERSION = 1;
    private static final int BYTES_A_FIX = 16;
    private static final double DEGREE = 1e6;
    private static final double TENTHS = 10;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long MICROS_A_TENTH = 100_000;
    private static final long[] UNITS_MICROS = {MICROS_A_SECOND, 1_000, 1};

    /** What a fix has: numbers as bits of their own; what seldom changes only when it does. */
    private static final class Presence {
        static final int SPEED = 1;
        static final int BEARING = 1 << 1;
        static final int ACCURACY = 1 << 2;
        static final int ALTITUDE = 1 << 3;
        static final int NEW_BATTERY = 1 << 4;
        static final int NEW_SEAL = 1 << 5;
        static final int NEW_DEVICE = 1 << 6;
    }

    /** What is remembered of the fix before. */
    private static final class Before {
        private boolean begun;
        private long time;
        private long timeStep;
        private long lag;
        private long latitude;
        private long longitude;
        private long speed;
        private long bearing;
        private long accuracy;
        private long altitude;
        private @Nullable Integer battery;
        private @Nullable SealState seal;
        private @Nullable String sealNumber;
        private @Nullable UUID device;

        /** The first time is no step that the next might resemble. */
        void went(long newTime, long step) {
            timeStep = begun ? step : 0;
            time = newTime;
            begun = true;
        }
    }

    private SegmentCodec() {}

    /** The fixes as bytes; they are of one tenant, vehicle and driver, which are not among the bytes. */
    static byte[] encode(List<Position> fixes) {
        long unitMicros = unitMicros(fixes);
        Writer out = new Writer(BYTES_A_FIX * (fixes.size() + 1));
        out.writeByte(VERSION);
        out.write(unitMicros);
        out.write(fixes.size());
        Before before = new Before();
        fixes.forEach(fix -> write(out, fix, unitMicros, before));
        return out.toBytes();
    }

    /** The fixes in those bytes. */
    static List<Position> decode(String tenant, UUID vehicleId, UUID driverId, byte[] points) {
        Reader in = new Reader(points);
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalStateException("a segment of version " + version);
        }
        long unitMicros = in.read();
        int count = (int) in.read();
        List<Position> fixes = new ArrayList<>(count);
        Before before = new Before();
        for (int i = 0; i < count; i++) {
            fixes.add(read(in, tenant, vehicleId, driverId, unitMicros, before));
        }
        return fixes;
    }

    /** The largest unit that all times are whole multiples of. */
    private static long unitMicros(List<Position> fixes) {
        for (long unit : UNITS_MICROS) {
            if (fixes.stream().allMatch(fix -> micros(fix.recordedAt()) % unit == 0)) {
                return unit;
            }
        }
        throw new IllegalStateException("times are whole microseconds");
    }

    private static void write(Writer out, Position fix, long unitMicros, Before before) {
        boolean newSeal = fix.sealState() != before.seal || !same(fix.sealNumber(), before.sealNumber);
        boolean newBattery = !same(fix.batteryPercent(), before.battery);
        boolean newDevice = !same(fix.deviceId(), before.device);
        out.writeByte(bit(fix.speedKmh() != null, Presence.SPEED)
                | bit(fix.bearingDegrees() != null, Presence.BEARING)
                | bit(fix.accuracyMetres() != null, Presence.ACCURACY)
                | bit(fix.altitudeMetres() != null, Presence.ALTITUDE)
                | bit(newBattery, Presence.NEW_BATTERY)
                | bit(newSeal, Presence.NEW_SEAL)
                | bit(newDevice, Presence.NEW_DEVICE));
        writeTimes(out, fix, unitMicros, before);
        before.latitude = step(out, Math.round(fix.point().latitude() * DEGREE), before.latitude);
        before.longitude = step(out, Math.round(fix.point().longitude() * DEGREE), before.longitude);
        before.speed = stepIfThere(out, fix.speedKmh(), TENTHS, before.speed);
        before.bearing = stepIfThere(out, fix.bearingDegrees(), 1, before.bearing);
        before.accuracy = stepIfThere(out, fix.accuracyMetres(), 1, before.accuracy);
        before.altitude = stepIfThere(out, fix.altitudeMetres(), 1, before.altitude);
        if (newBattery) {
            before.battery = fix.batteryPercent();
            out.write(before.battery == null ? -1 : before.battery);
        }
        if (newSeal) {
            before.seal = fix.sealState();
            before.sealNumber = fix.sealNumber();
            writeText(out, Optional.ofNullable(before.seal).map(SealState::name));
            writeText(out, Optional.ofNullable(before.sealNumber));
        }
        if (newDevice) {
            before.device = fix.deviceId();
            writeText(out, Optional.ofNullable(before.device).map(UUID::toString));
        }
    }

    private static void writeTimes(Writer out, Position fix, long unitMicros, Before before) {
        long time = micros(fix.recordedAt()) / unitMicros;
        long timeStep = time - before.time;
        out.write(timeStep - before.timeStep);
        before.went(time, timeStep);
        before.lag = step(
                out, Math.floorDiv(micros(fix.receivedAt()) - micros(fix.recordedAt()), MICROS_A_TENTH), before.lag);
    }

    private static Position read(
            Reader in, String tenant, UUID vehicleId, UUID driverId, long unitMicros, Before before) {
        int has = in.readByte();
        long timeStep = before.timeStep + in.read();
        long time = before.time + timeStep;
        before.went(time, timeStep);
        before.lag += in.read();
        before.latitude += in.read();
        before.longitude += in.read();
        Double speed = has(has, Presence.SPEED) ? (before.speed += in.read()) / TENTHS : null;
        Double bearing = has(has, Presence.BEARING) ? (double) (before.bearing += in.read()) : null;
        Double accuracy = has(has, Presence.ACCURACY) ? (double) (before.accuracy += in.read()) : null;
        Double altitude = has(has, Presence.ALTITUDE) ? (double) (before.altitude += in.read()) : null;
        readWhatSeldomChanges(in, has, before);
        long recordedMicros = time * unitMicros;
        return new Position(
                tenant,
                vehicleId,
                driverId,
                new GeoPoint(before.latitude / DEGREE, before.longitude / DEGREE),
                speed,
                bearing,
                accuracy,
                altitude,
                before.device,
                before.battery,
                before.seal,
                before.sealNumber,
                instant(recordedMicros),
                instant(recordedMicros + before.lag * MICROS_A_TENTH));
    }

    private static void readWhatSeldomChanges(Reader in, int has, Before before) {
        if (has(has, Presence.NEW_BATTERY)) {
            int percent = (int) in.read();
            before.battery = percent < 0 ? null : percent;
        }
        if (has(has, Presence.NEW_SEAL)) {
            before.seal = readText(in).map(SegmentCodec::sealState).orElse(null);
            before.sealNumber = readText(in).orElse(null);
        }
        if (has(has, Presence.NEW_DEVICE)) {
            before.device = readText(in).map(UUID::fromString).orElse(null);
        }
    }

    private static long step(Writer out, long value, long before) {
        out.write(value - before);
        return value;
    }

    private static long stepIfThere(Writer out, @Nullable Double value, double scale, long before) {
        return value == null ? before : step(out, Math.round(value * scale), before);
    }

    private static void writeText(Writer out, Optional<String> text) {
        out.writeByte(bit(text.isPresent(), 1));
        text.ifPresent(out::write);
    }

    private static Optional<String> readText(Reader in) {
        return in.readByte() == 0 ? Optional.empty() : Optional.of(in.readText());
    }

    /** A state that a newer build wrote is unknown to this one. */
    private static SealState sealState(String name) {
        for (SealState state : SealState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return SealState.UNKNOWN;
    }

    private static int bit(boolean set, int bit) {
        return set ? bit : 0;
    }

    private static boolean has(int bits, int bit) {
        return (bits & bit) != 0;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
