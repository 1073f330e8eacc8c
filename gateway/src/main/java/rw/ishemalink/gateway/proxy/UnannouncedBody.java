package rw.ishemalink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import java.util.Set;

/** A body whose length nobody said. It is read before it is passed on, so that a service never gets the half of one. */
final class UnannouncedBody {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

    private UnannouncedBody() {}

    /** Whether the request has such a body. */
    static boolean isIn(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null
                && (request.getHeader("Transfer-Encoding") != null
                        || (request.version() == HttpVersion.HTTP_2
                                && WITH_BODY.contains(request.method().name())));
    }

    /** Reads it; fails with {@link BodyTooLargeException} when it is larger, and drops the rest. */
    static Future<Buffer> read(ReadStream<Buffer> body, long maxBytes) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        body.exceptionHandler(whole::tryFail);
        body.endHandler(_ -> whole.tryComplete(read));
        body.handler(piece -> {
            if (read.length() + piece.length() > maxBytes) {
                whole.tryFail(new BodyTooLargeException());
            } else if (!whole.future().isComplete()) {
                read.appendBuffer(piece);
            }
        });
        body.resume();
        return whole.future();
    }
}
