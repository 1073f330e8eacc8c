package rw.ishemalink.booking.desk.api;

/** What texts and numbers in requests may be. */
final class Bounds {

    /** Rwandan mobile numbers. */
    static final String PHONE = "\\+2507[2389]\\d{7}";

    /** SHA-256, hexadecimal. */
    static final String SHA_256 = "[0-9a-f]{64}";

    /** Numbers of seals; 20 characters is what a manifest can say of one (AWMDS, Marks_of_seals). */
    static final String SEAL = "[A-Za-z0-9][A-Za-z0-9-]{0,19}";

    /** A thousand milliards: more than any lorry carries. */
    static final long LARGEST_VALUE_RWF = 1_000_000_000_000L;

    private Bounds() {}
}
