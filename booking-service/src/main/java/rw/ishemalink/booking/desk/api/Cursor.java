package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended, as text that clients pass back unread: the last booking's id in base 64. */
final class Cursor {

    private static final int BYTES = 16;

    private Cursor() {}

    static String of(UUID lastId) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(lastId.getMostSignificantBits()).putLong(lastId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static UUID read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException e) {
            throw badRequest("unknown-cursor");
        }
        throw badRequest("unknown-cursor");
    }
}
