package rw.ishemalink.backup.wal;

import java.util.Locale;

/**
 * One file of the log.
 *
 * @param timeline begins with 1; a restore begins the next
 * @param number from the beginning of the log
 * @param bytes of each file, mostly 16 MB
 */
public record WalSegment(int timeline, long number, int bytes) {

    /** Bytes that the second word of a name counts. */
    private static final long WORD = 1L << 32;

    /** The one that holds that byte. */
    public static WalSegment containing(int timeline, long lsn, int bytes) {
        return new WalSegment(timeline, Long.divideUnsigned(lsn, bytes), bytes);
    }

    /** The name that PostgreSQL gives it. */
    public String name() {
        long perWord = WORD / bytes;
        return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / perWord, number % perWord);
    }

    /** Position of its first byte in the log. */
    public long start() {
        return number * bytes;
    }

    /** Position after its last byte. */
    public long end() {
        return start() + bytes;
    }

    public WalSegment next() {
        return new WalSegment(timeline, number + 1, bytes);
    }
}
