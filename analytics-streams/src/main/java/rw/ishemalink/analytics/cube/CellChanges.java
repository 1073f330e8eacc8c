package rw.ishemalink.analytics.cube;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What must be added to cells, as the internal topics have it: each cell's key and sums as {@link CellCodec} writes them, with their lengths before them. */
public final class CellChanges {

    private CellChanges() {}

    /** The serde of a record of changes. */
    public static Serde<Map<Cell, Sums>> serde() {
        return Serdes.serdeFrom((_, changes) -> written(changes), (_, bytes) -> read(bytes));
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static byte[] written(@Nullable Map<Cell, Sums> changes) {
        if (changes == null) {
            return null;
        }
        List<byte[]> pieces = new ArrayList<>();
        changes.forEach((cell, sums) -> {
            pieces.add(CellCodec.key(cell).get());
            pieces.add(CellCodec.value(sums));
        });
        int length =
                pieces.stream().mapToInt(piece -> Short.BYTES + piece.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        pieces.forEach(piece -> out.putShort(length(piece)).put(piece));
        return out.array();
    }

    private static short length(byte[] piece) {
        if (piece.length > Short.MAX_VALUE) {
            throw new SerializationException("a change of " + piece.length + " bytes");
        }
        return (short) piece.length;
    }

    @SuppressWarnings("NullAway") // As above.
    private static Map<Cell, Sums> read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Map<Cell, Sums> changes = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            while (in.hasRemaining()) {
                Cell cell = CellCodec.cell(Bytes.wrap(piece(in)));
                changes.put(cell, CellCodec.sums(piece(in)));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new SerializationException("not changes of cells", e);
        }
        return changes;
    }

    private static byte[] piece(ByteBuffer in) {
        byte[] piece = new byte[in.getShort()];
        in.get(piece);
        return piece;
    }
}
