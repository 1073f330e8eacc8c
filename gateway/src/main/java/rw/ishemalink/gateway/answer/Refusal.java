package rw.ishemalink.gateway.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.Problem;

/** What the door itself answers, in the caller's language. */
public enum Refusal {
    NO_SUCH_PATH(404, "no-such-resource"),
    NO_VALID_TOKEN(401, "no-valid-token"),
    CROSS_SITE(403, "cross-site-request"),
    BODY_TOO_LARGE(413, "too-large"),
    ADDRESS_TOO_LONG(414, "address-too-long"),
    TOO_OFTEN(429, "too-often"),
    HEAD_TOO_LARGE(431, "head-too-large"),
    TOO_BUSY(503, "service-busy"),
    SERVICE_AWAY(503, "service-away"),
    MAINTENANCE(503, "maintenance"),
    NO_ANSWER_IN_TIME(504, "no-answer-in-time");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final int status;
    private final String code;

    Refusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The problem, as JSON. */
    public Buffer body(ObjectMapper json, @Nullable String acceptLanguage) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem(acceptLanguage)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as a page for people. */
    public Buffer page(@Nullable String acceptLanguage) {
        ResourceBundle texts = texts(acceptLanguage);
        String title = texts.getString(code + ".title");
        return Buffer.buffer(
                """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>IshemaLink</title><link rel="stylesheet" href="/console.css"></head>
                <body><main><h1>%s</h1><p>%s</p></main></body></html>
                """.formatted(language(acceptLanguage).getLanguage(), title, texts.getString(code + ".detail")));
    }

    private static ResourceBundle texts(@Nullable String acceptLanguage) {
        return ResourceBundle.getBundle("gateway-problems", language(acceptLanguage), NO_FALLBACK);
    }

    private Problem problem(@Nullable String acceptLanguage) {
        ResourceBundle texts = texts(acceptLanguage);
        return new Problem(
                "urn:ishemalink:problem:" + code,
                texts.getString(code + ".title"),
                status,
                texts.getString(code + ".detail"),
                List.of());
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale wanted = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage),
                    List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("rw")));
            return wanted == null ? Locale.ENGLISH : wanted;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
