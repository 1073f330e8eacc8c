package rw.ishemalink.booking.terms;

/** What people may write. */
public final class Text {

    /** No control characters and no halves of surrogate pairs: JSON can spell them, PostgreSQL cannot store them. */
    public static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    private Text() {}
}
