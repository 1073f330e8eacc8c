package rw.ishemalink.payment.outbound.mtn;

import java.text.Normalizer;

/** Text as MTN takes it: at most 160 characters; apostrophes and other special characters are refused. */
final class PlainText {

    private static final int MAX_LENGTH = 160;

    private PlainText() {}

    /** Letters lose their accents; whatever else is special becomes a space. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9 .,_-]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        return plain.length() <= MAX_LENGTH
                ? plain
                : plain.substring(0, MAX_LENGTH).strip();
    }
}
