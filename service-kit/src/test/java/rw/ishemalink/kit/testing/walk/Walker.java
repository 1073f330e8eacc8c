package rw.ishemalink.kit.testing.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.local.openapi.ApiRequest;

/** Goes to the running service and notes how it was met. */
final class Walker implements AutoCloseable {

    private static final int MOST_READ = 1 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Walker(URI service) {
        this.service = service;
    }

    String document() {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/openapi"))
                .header("Accept", "application/json")
                .build();
        return read(send(request));
    }

    Visit visit(Visitor visitor, ApiRequest request) {
        HttpRequest.Builder sent = HttpRequest.newBuilder(service.resolve(request.target()))
                .timeout(Patience.LIMIT)
                .method(
                        request.method(),
                        request.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        request.headers().forEach(sent::header);
        visitor.token().ifPresent(token -> sent.header("Authorization", "Bearer " + token));
        HttpResponse<InputStream> answer = send(sent.build());
        return new Visit(visitor, request, answer.statusCode(), read(answer));
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A stream of events has no end: that it was opened is enough. */
    private static String read(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            boolean endless = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            return endless ? "" : new String(body.readNBytes(MOST_READ), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
