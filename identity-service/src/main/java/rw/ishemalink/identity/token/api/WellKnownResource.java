package rw.ishemalink.identity.token.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jose4j.jwk.JsonWebKey;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.SigningKeys;

/** The public documents by which any OIDC library checks our tokens. */
@Path("/.well-known")
@Tag(name = "discovery")
@PermitAll
public class WellKnownResource {

    /** @param keys JSON Web Keys (RFC 7517), public halves only */
    record KeySet(List<Map<String, Object>> keys) {
        KeySet {
            keys = List.copyOf(keys);
        }
    }

    private final SigningKeys keys;
    private final AccessTokens tokens;

    WellKnownResource(SigningKeys keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @GET
    @Path("openid-configuration")
    @Operation(summary = "OIDC discovery document")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    public Discovery discovery() {
        return Discovery.of(tokens.issuer());
    }

    @GET
    @Path("jwks.json")
    @Operation(summary = "Public keys that verify access tokens")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=300")
    public KeySet keys() {
        return new KeySet(keys.listPublic().stream()
                .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .toList());
    }
}
