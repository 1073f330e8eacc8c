package rw.ishemalink.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Answers with a problem where no resource is reached. */
@Singleton
public final class ProblemAnswers {

    private final ProblemTexts texts;
    private final ObjectMapper json;

    ProblemAnswers(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Ends the request with the problem, in the caller's language. */
    public void answer(RoutingContext context, ProblemException problem) {
        answer(context, problem.status(), problem.code(), problem.arguments());
    }

    /** Ends the request with 500; why is for the log only. */
    public void fail(RoutingContext context) {
        answer(context, 500, "failure");
    }

    void answer(RoutingContext context, int status, String code) {
        answer(context, status, code, List.of());
    }

    private void answer(RoutingContext context, int status, String code, List<Object> arguments) {
        Locale language = ProblemTexts.language(context.acceptableLanguages().stream()
                .map(wanted -> Locale.of(wanted.tag()))
                .toList());
        var unused = context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .end(Buffer.buffer(text(texts.problem(status, code, arguments, List.of(), language))));
    }

    private byte[] text(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
