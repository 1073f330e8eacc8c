package rw.ishemalink.analytics.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * A vehicle in an hour. In the store hours come first and in order, so that old ones are a range.
 *
 * @param vehicle its id; "" comes before every vehicle
 */
record Sighting(int hour, String vehicle) {

    static byte[] write(Sighting sighting) {
        byte[] id = sighting.vehicle.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + id.length)
                .putInt(sighting.hour ^ Integer.MIN_VALUE)
                .put(id)
                .array();
    }

    static Sighting read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Sighting(
                in.getInt() ^ Integer.MIN_VALUE, new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, UTF_8));
    }

    static byte[] writeCells(Set<Long> cells) {
        ByteBuffer out = ByteBuffer.allocate(cells.size() * Long.BYTES);
        cells.forEach(out::putLong);
        return out.array();
    }

    static Set<Long> readCells(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Set<Long> cells = new HashSet<>();
        while (in.hasRemaining()) {
            cells.add(in.getLong());
        }
        return cells;
    }
}
