package rw.ishemalink.identity.oidc;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rw.ishemalink.identity.token.TokenSubject;

/** What a client may know of a person by what they agreed to (OpenID Connect Core § 5.4). */
final class ScopedClaims {

    private ScopedClaims() {}

    static Map<String, Object> of(TokenSubject person, Set<String> scopes) {
        Map<String, Object> claims = new TreeMap<>();
        if (scopes.contains(Scopes.PROFILE)) {
            person.name().ifPresent(name -> claims.put("name", name));
            claims.put("locale", person.language());
            claims.put("tenant", person.tenant());
        }
        if (scopes.contains(Scopes.PHONE)) {
            claims.put("phone_number", person.phone());
            // Nobody logs in without a code that was sent to it.
            claims.put("phone_number_verified", true);
        }
        if (scopes.contains(Scopes.EMAIL)) {
            person.email().ifPresent(email -> claims.put("email", email));
        }
        return claims;
    }
}
