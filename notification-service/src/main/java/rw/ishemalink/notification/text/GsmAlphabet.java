package rw.ishemalink.notification.text;

import java.text.Normalizer;

/**
 * The alphabet of an SMS (3GPP TS 23.038, GSM 7 bit default). One character outside it makes the whole message 16 bit,
 * 70 characters long and twice as dear, so text is brought into it.
 */
public final class GsmAlphabet {

    /** Characters of one message. */
    public static final int MESSAGE_LENGTH = 160;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each of these takes the place of two. */
    private static final String EXTENSION = "^{}\\[~]|€";

    private GsmAlphabet() {}

    /** Whether every character is in the alphabet. */
    public static boolean covers(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    }

    /** How many of a message's 160 characters the text takes. */
    public static int length(String text) {
        return text.length()
                + (int) text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count();
    }

    /** The text within the alphabet: accents it lacks are dropped, other signs become question marks. */
    public static String fit(String text) {
        StringBuilder fitted = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> fitted.append(fit(c)));
        return fitted.toString();
    }

    private static String fit(int codePoint) {
        String character = Character.toString(codePoint);
        if (covers(character)) {
            return character;
        }
        String bare = Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && covers(bare) ? bare : "?";
    }
}
