package rw.ishemalink.notification.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * A text that somebody sent us.
 *
 * @param provider who brought it, e.g. AFRICAS_TALKING
 * @param id the provider's id of it; with the provider, unique
 * @param from the phone, +…
 * @param to our number or short code
 */
public record InboundSms(String provider, String id, String from, String to, String text) {

    /** An id that is the same whenever the text comes again: what it causes is written down under it, once. */
    public UUID eventId() {
        return UUID.nameUUIDFromBytes((provider + "/" + id).getBytes(UTF_8));
    }

    /** Neither phone nor text: this reaches logs. */
    @Override
    public String toString() {
        return "InboundSms[" + provider + ", " + id + "]";
    }
}
