package rw.ishemalink.identity.oidc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a login in a browser has come. The browser keeps it, sealed.
 *
 * @param csrf what the browser's forms must show
 * @param language of the pages: en, rw or fr
 * @param phone whom a code was sent to; null before
 * @param personId who proved to have the phone; null before
 * @param loggedInAt when that was
 * @param expiresAt when the login is over if it is not done
 */
record LoginState(
        AuthorizationRequest request,
        String csrf,
        String language,
        @Nullable String phone,
        @Nullable UUID personId,
        @Nullable Instant loggedInAt,
        Instant expiresAt) {

    LoginState sentTo(String sentPhone) {
        return new LoginState(request, csrf, language, sentPhone, null, null, expiresAt);
    }

    /** Back to the first page. */
    LoginState again() {
        return new LoginState(request, csrf, language, null, null, null, expiresAt);
    }

    LoginState proved(UUID person, Instant at) {
        return new LoginState(request, csrf, language, phone, person, at, expiresAt);
    }

    Optional<String> findPhone() {
        return Optional.ofNullable(phone);
    }

    /** Who logged in, if that was. */
    Optional<Proof> findProof() {
        return personId == null || loggedInAt == null ? Optional.empty() : Optional.of(new Proof(personId, loggedInAt));
    }

    /** Who logged in, and when. */
    record Proof(UUID personId, Instant at) {}

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "LoginState[" + request.clientId() + "]";
    }
}
