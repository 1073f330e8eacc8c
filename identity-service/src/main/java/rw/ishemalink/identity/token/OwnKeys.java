package rw.ishemalink.identity.token;

import java.security.Key;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Finds the key of a token among our own. */
record OwnKeys(SigningKeys keys) implements VerificationKeyResolver {

    @Override
    public Key resolveKey(JsonWebSignature jws, List<JsonWebStructure> nestingContext) throws UnresolvableKeyException {
        String kid = jws.getKeyIdHeaderValue();
        if (kid == null) {
            throw new UnresolvableKeyException("the token names no key");
        }
        return keys.findByKid(kid)
                .orElseThrow(() -> new UnresolvableKeyException("the token's key is none of ours"))
                .publicKey();
    }
}
