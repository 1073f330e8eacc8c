package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.login.Login;
import rw.ishemalink.identity.oidc.LoginState.Proof;
import rw.ishemalink.identity.oidc.Next.Page;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.SessionStart;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * A login in a browser on behalf of a client: phone, code, and for clients that are not ours consent; then back to the
 * client with a code that it redeems.
 */
@Singleton
public class BrowserLogin {

    private final UnitOfWork work;
    private final OAuthClients clients;
    private final Login login;
    private final LoginCookie cookie;
    private final Consents consents;
    private final AuthorizationCodes codes;
    private final AccessTokens tokens;

    BrowserLogin(
            UnitOfWork work,
            OAuthClients clients,
            Login login,
            LoginCookie cookie,
            Consents consents,
            AuthorizationCodes codes,
            AccessTokens tokens) {
        this.work = work;
        this.clients = clients;
        this.login = login;
        this.cookie = cookie;
        this.consents = consents;
        this.codes = codes;
        this.tokens = tokens;
    }

    /**
     * A client sends a browser here. Until its redirect address is known to be its own, mistakes are told to the person,
     * from then on to the client.
     *
     * @param accepted the language that the browser prefers: en, rw or fr
     */
    public Next begin(RequestParameters parameters, String accepted) {
        Optional<OAuthClient> client;
        Optional<String> redirectUri;
        String language = accepted;
        try {
            language = Languages.first(parameters.find("ui_locales"))
                    .map(Language::code)
                    .orElse(accepted);
            client = parameters.find("client_id").flatMap(clients::find);
            redirectUri = parameters.find("redirect_uri");
        } catch (OAuthException e) {
            return page(Page.NO_SUCH_CLIENT, language);
        }
        String tongue = language;
        return client.flatMap(known -> redirectUri
                        .filter(known.redirectUris()::contains)
                        .map(registered -> begin(known, registered, parameters, tongue)))
                .orElseGet(() -> page(Page.NO_SUCH_CLIENT, tongue));
    }

    /**
     * A form of one of our pages.
     *
     * @param accepted the language that the browser prefers, where the login's is not known
     * @param userAgent what the browser says it is
     */
    public Next follow(@Nullable String sealed, RequestParameters form, String accepted, @Nullable String userAgent) {
        Optional<LoginState> state = cookie.read(sealed, form.orNull("csrf"));
        Optional<OAuthClient> client = state.map(LoginState::request)
                .map(AuthorizationRequest::clientId)
                .flatMap(clients::find);
        if (state.isEmpty() || client.isEmpty()) {
            return page(Page.OVER, accepted);
        }
        LoginState known = state.get();
        if (form.find("again").isPresent()) {
            return show(Page.PHONE, client.get(), known.again(), Optional.empty());
        }
        return known.findProof()
                .map(proof -> agree(client.get(), known, proof, form, userAgent))
                .orElseGet(() -> known.findPhone()
                        .map(phone -> prove(client.get(), known, new Phone(phone), form, userAgent))
                        .orElseGet(() -> send(client.get(), known, form)));
    }

    private Next begin(OAuthClient client, String redirectUri, RequestParameters parameters, String language) {
        try {
            LoginState state = cookie.begin(AuthorizationRequest.read(client, redirectUri, parameters), language);
            return show(Page.PHONE, client, state, Optional.empty());
        } catch (OAuthException e) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("error", e.error());
            answer.put("error_description", e.description());
            return leave(redirectUri, answer, stateOf(parameters));
        }
    }

    /** What the client wants back even with an error; of two none. */
    private static Optional<String> stateOf(RequestParameters parameters) {
        try {
            return parameters.find("state");
        } catch (OAuthException e) {
            return Optional.empty();
        }
    }

    private Next send(OAuthClient client, LoginState state, RequestParameters form) {
        Optional<Phone> phone = form.find("phone").flatMap(Phone::find);
        if (phone.isEmpty()) {
            return show(Page.PHONE, client, state, Optional.of("phone.mistake"));
        }
        login.sendCode(client.tenant(), phone.get(), Optional.of(Language.ofCode(state.language())));
        return show(Page.CODE, client, state.sentTo(phone.get().value()), Optional.empty());
    }

    private Next prove(
            OAuthClient client, LoginState state, Phone phone, RequestParameters form, @Nullable String userAgent) {
        String code = form.find("code").map(String::strip).orElse("");
        return work.call(tx -> login.prove(tx, client.tenant(), phone, code)
                .map(person -> welcome(tx, client, state, person, userAgent))
                .orElseGet(() -> show(Page.CODE, client, state, Optional.of("code.mistake"))));
    }

    private Next welcome(Tx tx, OAuthClient client, LoginState state, TokenSubject person, @Nullable String userAgent) {
        Proof proof = new Proof(person.personId(), Instant.now());
        AuthorizationRequest request = state.request();
        boolean agreed =
                client.trusted() || consents.covers(tx.sql(), person.personId(), client.clientId(), request.scopes());
        return agreed
                ? redirect(tx, client, request, proof, userAgent)
                : show(Page.CONSENT, client, state.proved(proof.personId(), proof.at()), Optional.empty());
    }

    private Next agree(
            OAuthClient client, LoginState state, Proof proof, RequestParameters form, @Nullable String userAgent) {
        AuthorizationRequest request = state.request();
        if (form.find("allow").isEmpty()) {
            return leave(request.redirectUri(), Map.of("error", "access_denied"), request.state());
        }
        return work.call(tx -> {
            consents.give(tx.sql(), client.tenant(), proof.personId(), client.clientId(), request.scopes());
            return redirect(tx, client, request, proof, userAgent);
        });
    }

    private Next redirect(
            Tx tx, OAuthClient client, AuthorizationRequest request, Proof proof, @Nullable String userAgent) {
        String code = codes.issue(
                tx.sql(),
                request,
                client.tenant(),
                proof.personId(),
                proof.at(),
                SessionStart.on(userAgent).deviceName());
        return leave(request.redirectUri(), Map.of("code", code), request.state());
    }

    /** With {@code iss}, so that a client of several issuers knows whose answer it is (RFC 9207). */
    private Next leave(String redirectUri, Map<String, String> answer, Optional<String> state) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        state.ifPresent(it -> all.put("state", it));
        all.put("iss", tokens.issuer());
        return new Next.Leave(Addresses.with(redirectUri, all));
    }

    private Next show(Page page, OAuthClient client, LoginState state, Optional<String> mistake) {
        Next.Form form = new Next.Form(
                cookie.write(state),
                state.csrf(),
                client.name(),
                state.request().scopes());
        return new Next.Show(page, state.language(), mistake, Optional.of(form));
    }

    private static Next page(Page page, String language) {
        return new Next.Show(page, language, Optional.empty(), Optional.empty());
    }
}
