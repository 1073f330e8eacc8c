package rw.ishemalink.notification.push;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reader is in the order of notes: that of the transactions that wrote them.
 *
 * @param toldIn PostgreSQL's number of the transaction
 * @param messageId within one transaction
 */
public record NotePlace(long toldIn, UUID messageId) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Before whatever that transaction wrote. */
    static NotePlace before(long toldIn) {
        return new NotePlace(toldIn, BEFORE_ALL);
    }

    /** Reads a place as {@link #toString} writes it. */
    public static Optional<NotePlace> find(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new NotePlace(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return toldIn + "-" + messageId;
    }
}
