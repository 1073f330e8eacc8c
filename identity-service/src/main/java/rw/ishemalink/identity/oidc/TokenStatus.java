package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.Sessions;
import rw.ishemalink.identity.token.Sessions.SessionOfToken;
import rw.ishemalink.identity.token.ShownToken;
import rw.ishemalink.identity.token.ShownTokens;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** What a token is worth now, who its owner is, and its end when a client gives it up. */
@Singleton
public class TokenStatus {

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final UnitOfWork work;
    private final ShownTokens tokens;
    private final Sessions sessions;
    private final AccessTokens own;

    TokenStatus(UnitOfWork work, ShownTokens tokens, Sessions sessions, AccessTokens own) {
        this.work = work;
        this.tokens = tokens;
        this.sessions = sessions;
        this.own = own;
    }

    /** What a client may know of a token (RFC 7662): of its own, and with the scope introspect of all. */
    public Map<String, Object> introspect(OAuthClient client, String token) {
        if (!client.confidential()) {
            throw OAuthException.invalidClient();
        }
        return tokens.findAccessToken(token)
                .filter(shown -> maySee(client, shown.clientId()))
                .map(this::describe)
                .or(() -> sessions.findByRefreshToken(token)
                        .filter(login -> maySee(client, login.clientId()))
                        .map(TokenStatus::describe))
                .orElse(INACTIVE);
    }

    /** Ends the login that a client's own token is of (RFC 7009); a token that is of no use already changes nothing. */
    public void revoke(OAuthClient client, String token) {
        Optional<ShownToken> access = tokens.findAccessToken(token)
                .filter(shown ->
                        shown.clientId().filter(client.clientId()::equals).isPresent());
        if (access.isPresent()) {
            ShownToken shown = access.get();
            shown.sessionId()
                    .ifPresentOrElse(
                            login -> work.run(tx -> sessions.end(tx, shown.subjectId(), login, SessionEnd.LOGOUT)),
                            () -> {
                                throw OAuthException.of("unsupported_token_type", "it ends by itself, and soon");
                            });
        } else {
            sessions.logout(token, Optional.of(client.clientId()));
        }
    }

    /** Who the owner of an access token is, as far as it may be known; empty when the token is not good for that. */
    public Optional<Map<String, Object>> findOwner(String accessToken) {
        return tokens.findAccessToken(accessToken)
                .filter(shown -> shown.clientId().isEmpty() || shown.scopes().contains(Scopes.OPENID))
                .flatMap(shown -> shown.tenant()
                        .flatMap(tenant -> sessions.findSubject(tenant, shown.subjectId()))
                        .map(person -> owner(shown, person)));
    }

    private static Map<String, Object> owner(ShownToken shown, TokenSubject person) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", person.personId().toString());
        // Our own apps ask for no scopes: they act as the person.
        claims.putAll(ScopedClaims.of(person, shown.clientId().isEmpty() ? Scopes.OF_PEOPLE : shown.scopes()));
        return claims;
    }

    private static boolean maySee(OAuthClient client, Optional<String> clientOfToken) {
        return client.scopes().contains(Scopes.INTROSPECT)
                || clientOfToken.filter(client.clientId()::equals).isPresent();
    }

    private Map<String, Object> describe(ShownToken shown) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.put("token_type", "Bearer");
        answer.put("iss", own.issuer());
        answer.put("sub", shown.subjectId().toString());
        answer.put("aud", shown.audience());
        answer.put("jti", shown.tokenId());
        answer.put("iat", shown.issuedAt().getEpochSecond());
        answer.put("exp", shown.expiresAt().getEpochSecond());
        shown.tenant().ifPresent(tenant -> answer.put("tenant", tenant));
        shown.clientId().ifPresent(client -> answer.put("client_id", client));
        if (!shown.scopes().isEmpty()) {
            answer.put("scope", Scopes.text(shown.scopes()));
        }
        return answer;
    }

    private static Map<String, Object> describe(SessionOfToken login) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("active", true);
        answer.put("sub", login.personId().toString());
        login.clientId().ifPresent(client -> answer.put("client_id", client));
        answer.put("scope", Scopes.text(login.scopes()));
        return answer;
    }
}
