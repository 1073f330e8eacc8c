package rw.ishemalink.compliance.text;

/** Text cut to what a form, a document or a line holds. */
public final class Clip {

    private Clip() {}

    /**
     * The text, or its beginning of at most so many UTF-16 units. A character of two units that would be halved is left
     * out: half of one is none, and what is cut so is short enough also for who counts it as one.
     */
    public static String atMost(int units, String text) {
        if (text.length() <= units) {
            return text;
        }
        boolean halves = Character.isHighSurrogate(text.charAt(units - 1));
        return text.substring(0, halves ? units - 1 : units);
    }
}
