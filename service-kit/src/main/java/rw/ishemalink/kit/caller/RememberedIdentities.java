package rw.ishemalink.kit.caller;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Knows at once whose a remembered token is. The verification, which may have to fetch keys, changes threads twice for
 * each request; a token that is not remembered goes on to it.
 */
@ApplicationScoped
class RememberedIdentities implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int BEFORE_THE_VERIFICATION = 1;

    private final RememberedTokens tokens;

    RememberedIdentities(RememberedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return BEFORE_THE_VERIFICATION;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return tokens.find(request.getToken().getToken())
                .map(principal -> Uni.createFrom().item(identity(request, principal)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static SecurityIdentity identity(TokenAuthenticationRequest request, JWTCallerPrincipal principal) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addCredential(request.getToken())
                .addRoles(principal.getGroups())
                .build();
    }
}
