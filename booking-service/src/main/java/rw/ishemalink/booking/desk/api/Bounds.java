package rw.ishemalink.booking.desk.api;

/** What texts and numbers in requests may be. */
final class Bounds {

    /** Rwandan mobile numbers. */
    static final String PHONE = "\\+2507[2389]\\d{7}";

    /** SHA-256, hexadecimal. */
    static final String SHA_256 = "[0-9a-f]{64}";

    /** A thousand milliards: more than any lorry carries. */
    static final long LARGEST_VALUE_RWF = 1_000_000_000_000L;

    private Bounds() {}
}
