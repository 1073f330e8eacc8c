package rw.ishemalink.notification.outbound.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rw.ishemalink.notification.text.GsmAlphabet;

/**
 * A text as SMPP carries it: the GSM alphabet where it covers the text, else UCS-2; a long one in parts, each with the
 * header of 3GPP TS 23.040 § 9.2.3.24.1. Pure.
 *
 * @param coding data_coding: 0 or 8 (SMPP 3.4 § 5.2.19)
 * @param parts what each short_message holds, headers included
 */
record SmppText(byte coding, List<byte[]> parts) {

    private static final byte SMSC_DEFAULT = 0;
    private static final byte UCS2 = 8;
    private static final int GSM_PART = 153;
    private static final int WIDE_PART = 134;
    private static final int WIDE_MESSAGE = 140;

    SmppText {
        parts = List.copyOf(parts);
    }

    /**
     * Cuts a text.
     *
     * @param reference the same in all parts of one text, and not in the next one's
     */
    static SmppText of(String text, byte reference) {
        boolean narrow = GsmAlphabet.covers(text);
        byte[] all = narrow ? GsmAlphabet.encode(text) : text.getBytes(UTF_16BE);
        if (all.length <= (narrow ? GsmAlphabet.MESSAGE_LENGTH : WIDE_MESSAGE)) {
            return new SmppText(narrow ? SMSC_DEFAULT : UCS2, List.of(all));
        }
        List<byte[]> pieces = narrow ? narrowPieces(all) : widePieces(all);
        List<byte[]> parts = new ArrayList<>();
        for (int number = 1; number <= pieces.size(); number++) {
            parts.add(withHeader(pieces.get(number - 1), reference, pieces.size(), number));
        }
        return new SmppText(narrow ? SMSC_DEFAULT : UCS2, parts);
    }

    boolean inParts() {
        return parts.size() > 1;
    }

    /** A character of the extension is two septets, which stay together. */
    private static List<byte[]> narrowPieces(byte[] all) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int to = Math.min(from + GSM_PART, all.length);
            if (to < all.length && all[to - 1] == GsmAlphabet.ESCAPE) {
                to--;
            }
            pieces.add(Arrays.copyOfRange(all, from, to));
            from = to;
        }
        return pieces;
    }

    private static List<byte[]> widePieces(byte[] all) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += WIDE_PART) {
            pieces.add(Arrays.copyOfRange(all, from, Math.min(from + WIDE_PART, all.length)));
        }
        return pieces;
    }

    private static byte[] withHeader(byte[] piece, byte reference, int total, int number) {
        byte[] part = new byte[piece.length + 6];
        part[0] = 5;
        part[1] = 0;
        part[2] = 3;
        part[3] = reference;
        part[4] = (byte) total;
        part[5] = (byte) number;
        System.arraycopy(piece, 0, part, 6, piece.length);
        return part;
    }
}
