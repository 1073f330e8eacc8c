package rw.ishemalink.tracking.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.wire.UnreadableEventException;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * The beginning of a position's bytes, which every committed version has in this order: tenant, vehicle, driver, place,
 * speed, bearing, accuracy, times. It costs a small part of reading all of it.
 *
 * @param speedKmh null where the phone did not say
 */
public record Glance(
        String tenant, GeoPoint point, @Nullable Double speedKmh, Instant recordedAt) {

    /** When it was taken and when it reached us, which is all that the feed needs of most positions. */
    record Times(long recordedAtMicros, long receivedAtMicros) {}

    /**
     * Reads the times.
     *
     * @throws UnreadableEventException when the bytes hold no position
     */
    static Times times(byte[] bytes) {
        try {
            Cursor at = new Cursor(bytes);
            at.skipText();
            at.skipText();
            at.skipText();
            at.skipDouble();
            at.skipDouble();
            at.skipMaybeDouble();
            at.skipMaybeDouble();
            at.skipMaybeDouble();
            return new Times(at.number(), at.number());
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableEventException("not a position", e);
        }
    }

    /**
     * Reads what a map shows.
     *
     * @throws UnreadableEventException when the bytes hold no position
     */
    static Glance of(byte[] bytes) {
        try {
            Cursor at = new Cursor(bytes);
            String tenant = at.text();
            at.skipText();
            at.skipText();
            GeoPoint point = new GeoPoint(at.real(), at.real());
            Double speedKmh = at.number() == 0 ? null : (Double) at.real();
            at.skipMaybeDouble();
            at.skipMaybeDouble();
            return new Glance(tenant, point, speedKmh, instant(at.number()));
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableEventException("not a position", e);
        }
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A place in Avro's binary form (specification, "Binary Encoding"). */
    private static final class Cursor {

        private static final int VALUE = 0x7F;
        private static final int BITS = 7;
        private static final int LONGEST = 63;

        private final byte[] bytes;
        private int next;

        private Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A zig-zag number of variable length. */
        private long number() {
            long read = 0;
            for (int shift = 0; shift <= LONGEST; shift += BITS) {
                byte one = bytes[next++];
                read |= (long) (one & VALUE) << shift;
                if (one >= 0) {
                    return (read >>> 1) ^ -(read & 1);
                }
            }
            throw new IndexOutOfBoundsException("a number without end");
        }

        private String text() {
            int length = length();
            String text = new String(bytes, next, length, StandardCharsets.UTF_8);
            next += length;
            return text;
        }

        private double real() {
            long bits = 0;
            for (int i = 0; i < Double.BYTES; i++) {
                bits |= (bytes[next++] & 0xFFL) << (i * Byte.SIZE);
            }
            return Double.longBitsToDouble(bits);
        }

        private void skipText() {
            int length = length();
            next += length;
        }

        private void skipDouble() {
            next += Double.BYTES;
        }

        private void skipMaybeDouble() {
            if (number() != 0) {
                skipDouble();
            }
        }

        private int length() {
            long length = number();
            if (length < 0 || length > bytes.length - next) {
                throw new IndexOutOfBoundsException("a text longer than all");
            }
            return (int) length;
        }
    }
}
