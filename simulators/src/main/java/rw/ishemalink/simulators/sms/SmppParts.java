package rw.ishemalink.simulators.sms;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsmpp.bean.SubmitSm;
import rw.ishemalink.simulators.Bounded;

/** Puts the parts of a long text together, as a phone does (3GPP TS 23.040 § 9.2.3.24.1), and reads both alphabets. */
@ApplicationScoped
public class SmppParts {

    private static final int LIMIT = 1_000;
    private static final int HEADER = 6;
    private static final byte UCS2 = 8;
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private record LongText(String number, byte reference) {}

    private final Bounded<LongText, Map<Integer, String>> open = new Bounded<>(LIMIT);

    /** The whole text, once its last part is there. */
    synchronized Optional<String> take(SubmitSm submit) {
        byte[] bytes = submit.getShortMessage();
        if (!submit.isUdhi()) {
            return Optional.of(text(bytes, submit.getDataCoding()));
        }
        LongText key = new LongText(submit.getDestAddress(), bytes[3]);
        Map<Integer, String> parts = open.find(key).orElseGet(TreeMap::new);
        parts.put((int) bytes[5], text(Arrays.copyOfRange(bytes, HEADER, bytes.length), submit.getDataCoding()));
        open.put(key, parts);
        if (parts.size() < bytes[4]) {
            return Optional.empty();
        }
        open.put(key, new TreeMap<>());
        return Optional.of(parts.values().stream().collect(Collectors.joining()));
    }

    private static String text(byte[] bytes, byte coding) {
        return coding == UCS2 ? new String(bytes, UTF_16BE) : septets(bytes);
    }

    private static String septets(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        boolean extended = false;
        for (byte code : bytes) {
            char character = GSM.charAt(code & 0x7F);
            if (extended) {
                int place = Arrays.binarySearch(EXTENSION_CODES, code);
                text.append(place >= 0 ? EXTENSION.charAt(place) : ' ');
                extended = false;
            } else if (character == '\u001b') {
                extended = true;
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
