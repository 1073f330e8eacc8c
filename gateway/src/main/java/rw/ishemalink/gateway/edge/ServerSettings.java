package rw.ishemalink.gateway.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.gateway.route.GatewayConfig;

/** What Quarkus has no settings for. */
@Singleton
final class ServerSettings implements HttpServerOptionsCustomizer {

    /** What browsers offer beside their token when they open a WebSocket: an answer must name one of the offered. */
    static final String SOCKET_PROTOCOL = "ishemalink";

    /** A head that is too large is refused with a problem up to so many times the limit, then without a word. */
    private static final int SPARE = 4;

    /** An array of 500 positions may come as one. */
    private static final int LARGEST_FRAME = 256 * 1024;

    private final GatewayConfig config;

    ServerSettings(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        set(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        set(options);
    }

    /** A compressing socket keeps 300 KB for the window of its client: small messages are not worth that. */
    private void set(HttpServerOptions options) {
        int head = Math.toIntExact(config.maxHead().asLongValue()) * SPARE;
        options.setWebSocketSubProtocols(List.of(SOCKET_PROTOCOL))
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(LARGEST_FRAME)
                .setMaxHeaderSize(head)
                .setMaxInitialLineLength(Math.toIntExact(config.maxAddress().asLongValue()) * SPARE);
        Http2Settings http2 = options.getInitialSettings();
        options.setInitialSettings((http2 == null ? new Http2Settings() : http2).setMaxHeaderListSize(head));
    }
}
