package rw.ishemalink.kit.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * What a token says beside who the caller is.
 *
 * @param sessionId {@code sid}: the login that the token came from; empty for clients and other issuers' tokens
 * @param kyc {@code kyc}: how well the person is identified; UNKNOWN for clients
 * @param agency {@code agency}: whom an official or a client of the state serves, e.g. RRA
 * @param clientId {@code client_id}: the client that asks, for itself or for the person
 * @param scopes from the token's scope: what the client may do; empty for people, who are bound by their roles
 */
public record Standing(
        Optional<UUID> sessionId,
        KycLevel kyc,
        Optional<String> agency,
        Optional<String> clientId,
        Set<String> scopes) {

    /** Of a caller of whom nothing more is known. */
    public static final Standing NONE =
            new Standing(Optional.empty(), KycLevel.UNKNOWN, Optional.empty(), Optional.empty(), Set.of());

    public Standing {
        scopes = Set.copyOf(scopes);
    }
}
