package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.ClientSubject;
import rw.ishemalink.identity.token.IssuedTokens;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionStart;
import rw.ishemalink.identity.token.Sessions;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** The token endpoint's decisions: who gets which tokens for what (RFC 6749 § 4 to 6). */
@Singleton
public class TokenGrants {

    private final UnitOfWork work;
    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final IdTokens idTokens;
    private final PhoneExchange exchange;

    TokenGrants(
            UnitOfWork work,
            AuthorizationCodes codes,
            Sessions sessions,
            AccessTokens accessTokens,
            IdTokens idTokens,
            PhoneExchange exchange) {
        this.work = work;
        this.codes = codes;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.exchange = exchange;
    }

    /**
     * Tokens for what the client shows.
     *
     * @throws OAuthException when it gets none
     */
    public GrantedTokens grant(OAuthClient client, RequestParameters form) {
        GrantType grant = GrantType.find(form.get("grant_type"))
                .orElseThrow(() -> OAuthException.of("unsupported_grant_type", "see grant_types_supported"));
        if (!client.mayUse(grant)) {
            throw OAuthException.unauthorizedClient("the client is not registered for this grant");
        }
        return switch (grant) {
            case AUTHORIZATION_CODE -> redeem(client, form);
            case REFRESH_TOKEN -> refresh(client, form);
            case CLIENT_CREDENTIALS -> actForItself(client, form);
            case TOKEN_EXCHANGE -> exchange.exchange(client, form);
        };
    }

    /** What came of a code: refusals change the database, too, so they are told after the commit. */
    private record Redeemed(IssuedTokens tokens, IssuedCode code) {}

    private GrantedTokens redeem(OAuthClient client, RequestParameters form) {
        String code = form.get("code");
        String redirectUri = form.get("redirect_uri");
        String verifier = form.get("code_verifier");
        Redeemed redeemed = work.call(tx -> codes.findForUpdate(tx.sql(), code)
                        .flatMap(issued ->
                                follow(tx, issued, code, issued.verdict(client.clientId(), redirectUri, verifier))))
                .orElseThrow(() -> OAuthException.invalidGrant("the code is wrong, over, used, or another's"));
        return granted(client, redeemed.tokens(), redeemed.code().nonce());
    }

    private Optional<Redeemed> follow(Tx tx, IssuedCode issued, String code, IssuedCode.Verdict verdict) {
        return switch (verdict) {
            case REDEEM ->
                sessions.findSubject(tx, issued.tenant(), issued.personId())
                        .map(person -> open(tx, issued, code, person));
            case BURN -> {
                codes.markUsed(tx.sql(), code, Optional.empty());
                yield Optional.empty();
            }
            case END_THE_LOGIN -> {
                issued.familyId().ifPresent(login -> sessions.end(tx, issued.personId(), login, SessionEnd.REUSE));
                yield Optional.empty();
            }
            case REFUSE -> Optional.empty();
        };
    }

    private Redeemed open(Tx tx, IssuedCode issued, String code, TokenSubject person) {
        SessionStart start = new SessionStart(
                issued.deviceName(), Optional.of(issued.clientId()), issued.scopes(), Optional.of(issued.loggedInAt()));
        IssuedTokens tokens = sessions.open(tx, person, start);
        codes.markUsed(tx.sql(), code, Optional.of(tokens.sessionId()));
        return new Redeemed(tokens, issued);
    }

    private GrantedTokens refresh(OAuthClient client, RequestParameters form) {
        String shown = form.get("refresh_token");
        IssuedTokens tokens = sessions.refresh(shown, Optional.of(client.clientId()))
                .orElseThrow(() -> OAuthException.invalidGrant("the refresh token is wrong, over, used, or another's"));
        return granted(client, tokens, Optional.empty());
    }

    private GrantedTokens actForItself(OAuthClient client, RequestParameters form) {
        Set<String> scopes =
                form.find("scope").isPresent() ? Scopes.read(form.orNull("scope"), client.scopes()) : client.scopes();
        ClientSubject subject = client.toSubject(scopes);
        return new GrantedTokens(
                accessTokens.sign(subject),
                accessTokens.clientLifetime(),
                Optional.empty(),
                Optional.empty(),
                scopes,
                false);
    }

    private GrantedTokens granted(OAuthClient client, IssuedTokens tokens, Optional<String> nonce) {
        boolean asksWho = tokens.scopes().contains(Scopes.OPENID);
        return new GrantedTokens(
                tokens.accessToken(),
                tokens.accessLifetime(),
                client.mayUse(GrantType.REFRESH_TOKEN) ? Optional.of(tokens.refreshToken()) : Optional.empty(),
                asksWho ? Optional.of(idTokens.sign(client.clientId(), tokens, nonce)) : Optional.empty(),
                tokens.scopes(),
                false);
    }
}
