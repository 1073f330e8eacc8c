package rw.ishemalink.analytics.standings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the index: tenant, board, score, id, so that a board is a range that starts with its best. Bytes are compared
 * as unsigned, hence the turned sign; the score is negated bit by bit, hence the best comes first.
 */
public final class RankKey {

    private static final byte SEPARATOR = 0;
    private static final byte AFTER_SEPARATOR = 1;

    private RankKey() {}

    static Bytes of(StandingKey key, Tally tally) {
        byte[] board = board(key.tenant(), key.board());
        byte[] id = key.id().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(board.length + 1 + 2 * Long.BYTES + id.length)
                .put(board)
                .put(SEPARATOR)
                .putLong(bestFirst(tally.deliveries()))
                .putLong(bestFirst(tally.revenueFrancs()))
                .put(id)
                .array());
    }

    /** The board's entry at an index key. */
    public static String idIn(Bytes key, String tenant, Board board) {
        int start = board(tenant, board).length + 1 + 2 * Long.BYTES;
        return new String(key.get(), start, key.get().length - start, UTF_8);
    }

    /** Not after any key of the board. */
    public static Bytes first(String tenant, Board board) {
        return bound(tenant, board, SEPARATOR);
    }

    /** After every key of the board, and itself the key of nothing. */
    public static Bytes last(String tenant, Board board) {
        return bound(tenant, board, AFTER_SEPARATOR);
    }

    private static Bytes bound(String tenant, Board board, byte end) {
        byte[] prefix = board(tenant, board);
        return Bytes.wrap(
                ByteBuffer.allocate(prefix.length + 1).put(prefix).put(end).array());
    }

    private static byte[] board(String tenant, Board board) {
        return (tenant + "\u0000" + board.name()).getBytes(UTF_8);
    }

    private static long bestFirst(long score) {
        return ~(score ^ Long.MIN_VALUE);
    }
}
