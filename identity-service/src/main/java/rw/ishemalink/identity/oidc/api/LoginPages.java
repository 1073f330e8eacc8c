package rw.ishemalink.identity.oidc.api;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.oidc.Next;
import rw.ishemalink.identity.token.AccessTokens;

/** Draws the pages of a login, in rw, en and fr. No script runs on them, nothing is loaded, and nobody may frame them. */
@Singleton
class LoginPages {

    static final String COOKIE = "ishema_login";

    private static final String PATH = "/oauth2";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Template template;
    private final boolean secure;
    private final Duration validity;

    LoginPages(@Location("login") Template template, AccessTokens tokens, IdentityConfig config) {
        this.template = template;
        this.secure = tokens.issuer().startsWith("https:");
        this.validity = config.clients().loginValidity();
    }

    Response answer(Next next) {
        return switch (next) {
            case Next.Leave leave ->
                Response.seeOther(leave.to())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .cookie(cookie("", Duration.ZERO))
                        .build();
            case Next.Show show -> page(show);
        };
    }

    private Response page(Next.Show show) {
        Response.ResponseBuilder answer = Response.status(status(show.page()))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, show.language())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .entity(draw(show));
        show.form().ifPresent(form -> answer.cookie(cookie(form.cookie(), validity)));
        return answer.build();
    }

    private String draw(Next.Show show) {
        Map<String, String> texts = texts(show.language());
        return template.data("t", texts)
                .data("language", show.language())
                .data("page", show.page().name())
                .data("title", texts.getOrDefault(show.page().name() + "_title", ""))
                .data("text", texts.getOrDefault(show.page().name() + "_text", ""))
                .data(
                        "mistake",
                        show.mistake().map(key -> texts.getOrDefault(key, key)).orElse(""))
                .data("csrf", show.form().map(Next.Form::csrf).orElse(""))
                .data("client", show.form().map(Next.Form::client).orElse(""))
                .data("scopes", scopes(show.form(), texts))
                .render();
    }

    private static List<String> scopes(Optional<Next.Form> form, Map<String, String> texts) {
        return form.stream()
                .flatMap(it -> it.scopes().stream().sorted())
                .map(scope -> texts.getOrDefault("scope_" + scope, scope))
                .toList();
    }

    private static Map<String, String> texts(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "login-pages", Locale.of(language), Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static int status(Next.Page page) {
        return switch (page) {
            case PHONE, CODE, CONSENT, LOGGED_OUT -> 200;
            case NO_SUCH_CLIENT, OVER -> 400;
        };
    }

    /** Sent along when the client's site leads here, but with no form of another site. */
    private NewCookie cookie(String value, Duration age) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
