package rw.ishemalink.tracking.share.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemTexts;
import rw.ishemalink.tracking.geofence.Districts;

/**
 * Draws the page behind a link, in rw, en and fr. It loads nothing from elsewhere, tells nobody else its address – which is
 * the secret – and nobody may frame it.
 */
@Singleton
class SharedPages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String template = read("shared-page.html");
    private final ObjectMapper json;

    SharedPages(ObjectMapper json) {
        this.json = json;
    }

    /** A place on the page's map. */
    record Dot(String code, String name, double latitude, double longitude) {}

    /** What was asked for in the address, else what the browser prefers. */
    static Locale language(@Nullable String asked, HttpHeaders headers) {
        List<Locale> wanted = asked == null ? headers.getAcceptableLanguages() : List.of(Locale.forLanguageTag(asked));
        return ProblemTexts.language(wanted);
    }

    /** The page of what is there; without, one that says that there is nothing any more. */
    Response answer(Optional<SharedState> state, Locale language) {
        return Response.status(state.isPresent() ? Response.Status.OK : Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self';"
                                + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .entity(draw(state, language))
                .build();
    }

    private String draw(Optional<SharedState> state, Locale language) {
        Map<String, String> texts = texts(language);
        return template.replace("{{language}}", language.getLanguage())
                .replace("{{title}}", escaped(texts.getOrDefault("title", "")))
                .replace(
                        "{{noscript}}",
                        escaped(state.map(one -> sentence(one, texts)).orElse(texts.get("over_text"))))
                .replace("{{texts}}", inScript(texts))
                .replace("{{dots}}", inScript(dots()))
                .replace("{{state}}", state.map(this::inScript).orElse("null"));
    }

    /** Without a script: how far it has come, and where it is. */
    private static String sentence(SharedState state, Map<String, String> texts) {
        String status = texts.getOrDefault("status_" + state.status(), "");
        SharedPosition position = state.position();
        return position == null || position.near() == null
                ? status
                : status + " "
                        + texts.getOrDefault("near", "")
                                .replace("{0}", position.near().name());
    }

    private static List<Dot> dots() {
        return Districts.listAll().stream()
                .map(one -> new Dot(
                        one.code(),
                        one.name(),
                        one.circle().centre().latitude(),
                        one.circle().centre().longitude()))
                .toList();
    }

    /** JSON that cannot end the script that it stands in. */
    private String inScript(Object value) {
        try {
            return json.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a page shows is always JSON", e);
        }
    }

    private static String escaped(@Nullable String text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, String> texts(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "shared-page", language, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static String read(String name) {
        ClassLoader loader = Objects.requireNonNull(SharedPages.class.getClassLoader());
        try (InputStream bytes = Objects.requireNonNull(loader.getResourceAsStream(name), name)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
