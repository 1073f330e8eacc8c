package rw.ishemalink.gateway.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.Problem;

/** What the door itself answers, in the caller's language. */
enum Refusal {
    NO_SUCH_PATH(404, "no-such-resource"),
    NO_VALID_TOKEN(401, "no-valid-token"),
    TOO_BUSY(503, "service-busy"),
    SERVICE_AWAY(503, "service-away"),
    NO_ANSWER_IN_TIME(504, "no-answer-in-time");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final int status;
    private final String code;

    Refusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /** The problem, as JSON. */
    Buffer body(ObjectMapper json, @Nullable String acceptLanguage) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem(acceptLanguage)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Problem problem(@Nullable String acceptLanguage) {
        Locale language = language(acceptLanguage);
        ResourceBundle texts = ResourceBundle.getBundle("gateway-problems", language, NO_FALLBACK);
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
