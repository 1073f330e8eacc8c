package rw.ishemalink.identity.oidc;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An authorization code as it is stored.
 *
 * @param over too old
 * @param used redeemed, or burnt by who could not prove that they asked for it
 * @param familyId the login that came of it
 */
record IssuedCode(
        String clientId,
        UUID personId,
        String tenant,
        String redirectUri,
        Set<String> scopes,
        Optional<String> nonce,
        Optional<String> deviceName,
        String challenge,
        Instant loggedInAt,
        boolean over,
        boolean used,
        Optional<UUID> familyId) {

    IssuedCode {
        scopes = Set.copyOf(scopes);
    }

    /** What happens to a code that a client shows. */
    enum Verdict {
        REDEEM,
        /** Of no use, and nothing else changes. */
        REFUSE,
        /** Who shows it is not who asked for it: nobody shall redeem it any more. */
        BURN,
        /** Shown before, so somebody else has it: the login that came of it ends (RFC 6749 § 4.1.2). */
        END_THE_LOGIN
    }

    Verdict verdict(String shownBy, String shownRedirectUri, String verifier) {
        if (!clientId.equals(shownBy)) {
            return Verdict.REFUSE;
        }
        if (used) {
            return Verdict.END_THE_LOGIN;
        }
        if (over) {
            return Verdict.REFUSE;
        }
        return redirectUri.equals(shownRedirectUri) && Hashes.fits(challenge, verifier) ? Verdict.REDEEM : Verdict.BURN;
    }
}
