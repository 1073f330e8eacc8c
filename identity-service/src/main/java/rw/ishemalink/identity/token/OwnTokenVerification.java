package rw.ishemalink.identity.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import rw.ishemalink.kit.caller.TokenVerification;

/**
 * Verifies tokens that this service signed with the keys it holds, instead of asking itself over HTTP. All other checks
 * (issuer, audience, algorithm, expiry) stay the library's.
 */
@Singleton
class OwnTokenVerification implements TokenVerification {

    private final DefaultJWTTokenParser parser;

    OwnTokenVerification(SigningKeys keys) {
        this.parser = new OwnKeyParser(new OwnKeys(keys));
    }

    @Override
    public JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException {
        JwtContext parsed = parser.parse(token, settings);
        String type = parsed.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(token, type, parsed.getJwtClaims());
    }

    private static final class OwnKeyParser extends DefaultJWTTokenParser {

        private final OwnKeys keys;

        OwnKeyParser(OwnKeys keys) {
            this.keys = keys;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings) {
            return keys;
        }
    }
}
