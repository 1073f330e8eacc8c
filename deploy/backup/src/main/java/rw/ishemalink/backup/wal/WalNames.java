package rw.ishemalink.backup.wal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the archive names its objects: a whole segment by PostgreSQL's name, the pieces of one that is not whole yet
 * {@code <segment>.part/<first byte>-<after the last>}, the history of a timeline {@code 00000002.history}.
 */
public final class WalNames {

    private static final long SEGMENTS_WORD = 1L << 32;
    private static final Pattern OBJECT =
            Pattern.compile("([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})(?:\\.part/([0-9A-F]{8})-([0-9A-F]{8}))?");

    private WalNames() {}

    static String whole(WalSegment segment) {
        return segment.name();
    }

    static String pieces(WalSegment segment) {
        return segment.name() + ".part/";
    }

    static String piece(WalSegment segment, int begin, int end) {
        return pieces(segment) + String.format(Locale.ROOT, "%08X-%08X", begin, end);
    }

    static String history(int timeline) {
        return String.format(Locale.ROOT, "%08X.history", timeline);
    }

    /** The segment to which the object belongs; empty for a history. */
    public static Optional<WalSegment> findSegment(String name, int segmentBytes) {
        Matcher matcher = OBJECT.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(2), 16) * (SEGMENTS_WORD / segmentBytes)
                + Long.parseLong(matcher.group(3), 16);
        return Optional.of(new WalSegment(Integer.parseInt(matcher.group(1), 16), number, segmentBytes));
    }

    /** Which bytes of its segment the object holds; empty for a whole one and for a history. */
    static Optional<Piece> findPiece(String name) {
        Matcher matcher = OBJECT.matcher(name);
        return matcher.matches() && matcher.group(4) != null
                ? Optional.of(
                        new Piece(name, Integer.parseInt(matcher.group(4), 16), Integer.parseInt(matcher.group(5), 16)))
                : Optional.empty();
    }

    /** Some bytes of a segment. */
    record Piece(String name, int begin, int end) {}
}
