package rw.ishemalink.kit.caller;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;

/** Says whose a token is. By default with the keys that the issuer publishes; who holds the keys brings a bean of its own. */
@FunctionalInterface
public interface TokenVerification {

    /**
     * Whose the token is.
     *
     * @throws ParseException when it is no token, not the issuer's, not for us, or over
     */
    JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException;
}
