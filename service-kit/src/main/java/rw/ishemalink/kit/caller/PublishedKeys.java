package rw.ishemalink.kit.caller;

import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;

/** Verifies with the keys that the issuer publishes. */
@Singleton
@DefaultBean
class PublishedKeys implements TokenVerification {

    private final DefaultJWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();

    @Override
    public JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException {
        return library.parse(token, settings);
    }
}
