package rw.ishemalink.analytics.cube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;

/**
 * Cells and sums as the stores and the instances among themselves have them. Keys are in order of aggregate, tenant,
 * period, begin and group, so that a span of time is a range. Numbers are as long as they need to be.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is that of the stores; they say so.
public final class CellCodec {

    private static final byte NUL = 0;
    private static final byte VERSION = 1;
    private static final Pattern NULS = Pattern.compile("\u0000");
    private static final int LONGEST_NUMBER = 10;

    private CellCodec() {}

    /** The cell's key. */
    public static Bytes key(Cell cell) {
        byte[] tenant = cell.tenant().getBytes(UTF_8);
        byte[] group = String.join("\u0000", cell.group()).getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(3 + tenant.length + Integer.BYTES + group.length)
                .put((byte) cell.aggregate().ordinal())
                .put(tenant)
                .put(NUL)
                .put((byte) cell.period().ordinal())
                .putInt(cell.begin() ^ Integer.MIN_VALUE)
                .put(group)
                .array());
    }

    /** The cell whose key it is. */
    public static Cell cell(Bytes key) {
        byte[] bytes = key.get();
        int end = 1;
        while (bytes[end] != NUL) {
            end++;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, end + 1, bytes.length - end - 1);
        Period period = Period.values()[rest.get()];
        int begin = rest.getInt() ^ Integer.MIN_VALUE;
        String group = new String(bytes, rest.position(), rest.remaining(), UTF_8);
        return new Cell(
                Aggregate.values()[bytes[0]],
                new String(bytes, 1, end - 1, UTF_8),
                period,
                begin,
                List.of(NULS.split(group, -1)));
    }

    /** The sums as bytes. */
    public static byte[] value(Sums sums) {
        long[] values = sums.values();
        int[] buckets = sums.transit().buckets();
        long[] counts = sums.transit().counts();
        ByteBuffer out = ByteBuffer.allocate(1 + LONGEST_NUMBER * (2 + values.length + 2 * buckets.length));
        out.put(VERSION);
        put(out, values.length);
        for (long value : values) {
            put(out, value);
        }
        put(out, buckets.length);
        for (int i = 0; i < buckets.length; i++) {
            put(out, buckets[i]);
            put(out, counts[i]);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /**
     * The sums whose bytes they are.
     *
     * @throws IllegalArgumentException when they are of a shape that this build does not know
     */
    public static Sums sums(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("sums of an unknown version " + version);
        }
        long[] values = new long[(int) get(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(in);
        }
        int[] buckets = new int[(int) get(in)];
        long[] counts = new long[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = (int) get(in);
            counts[i] = get(in);
        }
        return Sums.ofValues(values, Durations.of(buckets, counts));
    }

    /** Zigzag and seven bits a byte, as Avro and Protocol Buffers write numbers. */
    private static void put(ByteBuffer out, long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            out.put((byte) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static long get(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }
}
