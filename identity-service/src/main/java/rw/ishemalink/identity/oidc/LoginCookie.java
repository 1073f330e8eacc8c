package rw.ishemalink.identity.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.secret.MasterKey;
import rw.ishemalink.identity.secret.Seal;

/** Seals a login's state for the browser: nothing is stored here of people who never finish. */
@Singleton
class LoginCookie {

    private static final String LABEL = "login";
    private static final int CSRF_BYTES = 24;

    private final ObjectMapper json;
    private final Seal seal;
    private final IdentityConfig.Clients config;
    private final SecureRandom random = new SecureRandom();

    LoginCookie(ObjectMapper json, MasterKey master, IdentityConfig config) {
        this.json = json;
        this.seal = new Seal(master, "oauth-login");
        this.config = config.clients();
    }

    /** A login at its beginning. */
    LoginState begin(AuthorizationRequest request, String language) {
        byte[] csrf = new byte[CSRF_BYTES];
        random.nextBytes(csrf);
        return new LoginState(
                request,
                Base64.getUrlEncoder().withoutPadding().encodeToString(csrf),
                language,
                null,
                null,
                null,
                Instant.now().plus(config.loginValidity()));
    }

    String write(LoginState state) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(seal.close(json.writeValueAsBytes(state), LABEL));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a login's state cannot be sealed", e);
        }
    }

    /** The state of a login, if the cookie is ours and not over, and the form was made for it. */
    Optional<LoginState> read(@Nullable String cookie, @Nullable String csrf) {
        if (cookie == null || csrf == null) {
            return Optional.empty();
        }
        try {
            byte[] opened = seal.open(Base64.getUrlDecoder().decode(cookie), LABEL);
            return Optional.of(json.readValue(opened, LoginState.class))
                    .filter(state -> state.expiresAt().isAfter(Instant.now()))
                    .filter(state -> isSame(state.csrf(), csrf));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
