package rw.ishemalink.payment.ledger.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.nio.ByteBuffer;
import java.util.Base64;
import rw.ishemalink.payment.ledger.statement.LineKey;

/** Where a page ended, as text that clients pass back unread: the last line's key in base 64. */
public final class Cursor {

    private static final int BYTES = 2 * Long.BYTES;

    private Cursor() {}

    static String of(LineKey key) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(key.sequence()).putLong(key.entryId());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Of lists that one number orders. */
    public static String of(long number) {
        return of(new LineKey(number, 0));
    }

    /** The number that a list goes on after. */
    public static long readNumber(String text) {
        return read(text).sequence();
    }

    static LineKey read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                return new LineKey(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException e) {
            throw badRequest("unknown-cursor");
        }
        throw badRequest("unknown-cursor");
    }
}
