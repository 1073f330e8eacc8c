package rw.ishemalink.notification.text;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The alphabet of an SMS (3GPP TS 23.038, GSM 7 bit default). One character outside it makes the whole message 16 bit,
 * 70 characters long and twice as dear, so text is brought into it.
 */
public final class GsmAlphabet {

    /** Characters of one message. */
    public static final int MESSAGE_LENGTH = 160;

    /** Of each part of a longer one: its header takes the place of seven characters, or of three of 16 bit. */
    private static final int PART_LENGTH = 153;

    private static final int WIDE_LENGTH = 70;
    private static final int WIDE_PART_LENGTH = 67;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each of these takes the place of two. */
    private static final String EXTENSION = "^{}\\[~]|€";

    /** Before a character of the extension. */
    public static final byte ESCAPE = 0x1B;

    /** The codes of the extension's characters after the escape, in their order. */
    private static final byte[] EXTENSION_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

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

    /** In how many parts the text goes, as operators count and charge it. */
    public static int parts(String text) {
        boolean narrow = covers(text);
        int length = narrow ? length(text) : text.length();
        if (length <= (narrow ? MESSAGE_LENGTH : WIDE_LENGTH)) {
            return 1;
        }
        return Math.ceilDiv(length, narrow ? PART_LENGTH : WIDE_PART_LENGTH);
    }

    /** The text within the alphabet: accents it lacks are dropped, other signs become question marks. */
    public static String fit(String text) {
        StringBuilder fitted = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> fitted.append(fit(c)));
        return fitted.toString();
    }

    /**
     * The text as one byte for each septet.
     *
     * @throws IllegalArgumentException when the alphabet does not cover it
     */
    public static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.chars().forEach(c -> {
            int basic = BASIC.indexOf(c);
            int extended = EXTENSION.indexOf(c);
            if (basic >= 0) {
                // The escape has a place of its own in the table, and no character.
                bytes.write(basic < ESCAPE ? basic : basic + 1);
            } else if (extended >= 0) {
                bytes.write(ESCAPE);
                bytes.write(EXTENSION_CODES[extended]);
            } else {
                throw new IllegalArgumentException("not of the GSM alphabet");
            }
        });
        return bytes.toByteArray();
    }

    /** What those septets say. */
    public static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int place = 0; place < septets.length; place++) {
            int code = septets[place];
            if (code == ESCAPE && place + 1 < septets.length) {
                place++;
                int extended = Arrays.binarySearch(EXTENSION_CODES, septets[place]);
                text.append(extended >= 0 ? EXTENSION.charAt(extended) : ' ');
            } else if (code >= 0 && code != ESCAPE) {
                text.append(BASIC.charAt(code < ESCAPE ? code : code - 1));
            }
        }
        return text.toString();
    }

    private static String fit(int codePoint) {
        String character = Character.toString(codePoint);
        if (covers(character)) {
            return character;
        }
        // Some languages part thousands with a narrow space.
        if (Character.isSpaceChar(codePoint)) {
            return " ";
        }
        String bare = Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && covers(bare) ? bare : "?";
    }
}
