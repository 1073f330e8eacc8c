package rw.ishemalink.compliance.receipt.print;

/** Codes as RRA prints them, so that a person can read them out. */
public final class Dashes {

    private Dashes() {}

    /** With a dash after every four characters. */
    public static String every4(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }
}
