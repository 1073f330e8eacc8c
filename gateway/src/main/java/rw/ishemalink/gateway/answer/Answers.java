package rw.ishemalink.gateway.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.Problem;

/** Gives the door's own answers. */
@Singleton
public class Answers {

    /** How long what is still being sent is read and dropped, before we hang up. */
    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final ObjectMapper json;
    private final Vertx vertx;

    Answers(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    /** The problem, in the caller's language; maintenance as a page, if the caller reads pages. */
    public void refuse(HttpServerRequest request, Refusal refusal, Map<String, String> headers) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        String language = request.getHeader("Accept-Language");
        boolean page = refusal == Refusal.MAINTENANCE && readsPages(request);
        response.setStatusCode(refusal.status())
                .putHeader("Content-Type", page ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        headers.forEach(response::putHeader);
        hangUpOnEndlessBodies(request, refusal);
        var unused = response.end(page ? refusal.page(language) : body(refusal, language));
        request.resume();
    }

    /** The problem's JSON. */
    public Buffer body(Refusal refusal, @Nullable String acceptLanguage) {
        return refusal.body(json, acceptLanguage);
    }

    private void hangUpOnEndlessBodies(HttpServerRequest request, Refusal refusal) {
        if (refusal == Refusal.BODY_TOO_LARGE && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
            vertx.setTimer(DRAIN_MILLIS, _ -> request.connection().close());
        }
    }

    private static boolean readsPages(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
