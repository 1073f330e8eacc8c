package rw.ishemalink.local.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A part that speaks HTTP, and by which answer it is known. */
final class HttpServer {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /** Whether it gives that status there, now. */
    boolean answers(URI url, int status) {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(ANSWER_TIMEOUT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
