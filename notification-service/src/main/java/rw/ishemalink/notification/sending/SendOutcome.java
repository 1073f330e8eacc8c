package rw.ishemalink.notification.sending;

import java.util.Optional;

/** What a provider made of a message. Anything unclear is an exception instead: see {@link ProviderUnavailableException}. */
public sealed interface SendOutcome {

    /**
     * It is on its way.
     *
     * @param provider who took it, e.g. AFRICAS_TALKING
     * @param reference the provider's own id of it
     * @param parts in how many an SMS went; 0 otherwise
     */
    record Sent(String provider, String reference, int parts, Optional<Cost> cost) implements SendOutcome {}

    /** It will never arrive, e.g. no such number; trying again is no use. */
    record Refused(String reason) implements SendOutcome {}
}
