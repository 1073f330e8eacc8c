package rw.ishemalink.tracking.detect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** Values as bytes, each written and read by a pair of the same name. */
final class Bytes {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Bytes() {}

    static void time(ByteBuffer out, Instant time) {
        out.putLong(Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO));
    }

    static Instant time(ByteBuffer in) {
        return Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
    }

    static void point(ByteBuffer out, GeoPoint point) {
        out.putDouble(point.latitude()).putDouble(point.longitude());
    }

    static GeoPoint point(ByteBuffer in) {
        return new GeoPoint(in.getDouble(), in.getDouble());
    }

    static void sighting(ByteBuffer out, Sighting sighting) {
        point(out, sighting.point());
        time(out, sighting.at());
    }

    static Sighting sighting(ByteBuffer in) {
        return new Sighting(point(in), time(in));
    }

    static void flag(ByteBuffer out, boolean flag) {
        out.put((byte) (flag ? 1 : 0));
    }

    static boolean flag(ByteBuffer in) {
        return in.get() != 0;
    }

    static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static <T> void maybe(ByteBuffer out, @Nullable T value, BiConsumer<ByteBuffer, T> write) {
        flag(out, value != null);
        if (value != null) {
            write.accept(out, value);
        }
    }

    static <T> @Nullable T maybe(ByteBuffer in, Function<ByteBuffer, T> read) {
        return flag(in) ? read.apply(in) : null;
    }
}
