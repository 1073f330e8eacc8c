package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.identity.oidc.Next.Page;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.Sessions;
import rw.ishemalink.identity.token.ShownToken;
import rw.ishemalink.identity.token.ShownTokens;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Ends a login where a client says so (OpenID Connect RP-Initiated Logout 1.0): the one that its ID token came of. */
@Singleton
public class Logout {

    private final UnitOfWork work;
    private final ShownTokens tokens;
    private final OAuthClients clients;
    private final Sessions sessions;

    Logout(UnitOfWork work, ShownTokens tokens, OAuthClients clients, Sessions sessions) {
        this.work = work;
        this.tokens = tokens;
        this.clients = clients;
        this.sessions = sessions;
    }

    /**
     * Ends the login, if the ID token proves which, and sends the browser where the client wants it, if that is registered.
     *
     * @param accepted the language that the browser prefers
     */
    public Next end(RequestParameters parameters, String accepted) {
        String language = Languages.first(parameters.find("ui_locales"))
                .map(Language::code)
                .orElse(accepted);
        Optional<ShownToken> hint = parameters.find("id_token_hint").flatMap(tokens::findIdToken);
        hint.ifPresent(this::end);
        return hint.flatMap(it -> it.audience().stream().findFirst())
                .flatMap(clients::find)
                .flatMap(client ->
                        parameters.find("post_logout_redirect_uri").filter(client.afterLogoutUris()::contains))
                .map(to -> leave(to, parameters.find("state")))
                .orElseGet(() -> new Next.Show(Page.LOGGED_OUT, language, Optional.empty(), Optional.empty()));
    }

    private void end(ShownToken hint) {
        hint.sessionId()
                .ifPresent(session -> work.run(tx -> sessions.end(tx, hint.subjectId(), session, SessionEnd.LOGOUT)));
    }

    private static Next leave(String to, Optional<String> state) {
        return new Next.Leave(
                Addresses.with(to, state.map(it -> Map.of("state", it)).orElse(Map.of())));
    }
}
