package rw.ishemalink.notification.sending;

/** What a provider made of a message. Anything unclear is an exception instead: see {@link ProviderUnavailableException}. */
public sealed interface SendOutcome {

    /** It is on its way; the provider's own id of it. */
    record Sent(String providerReference) implements SendOutcome {}

    /** It will never arrive, e.g. no such number; trying again is no use. */
    record Refused(String reason) implements SendOutcome {}
}
