package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** In the place of identity-service, whose keys services fetch: serves those of a mint. */
final class KeyServer implements AutoCloseable {

    private final TokenMint mint;
    private final HttpServer server;

    /** Starts it. */
    KeyServer(TokenMint mint) {
        this.mint = mint;
        try {
            byte[] keySet = mint.keySet().getBytes(UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service is told so that it believes the mint's tokens, and no others. */
    Map<String, String> environment() {
        return Map.of(
                "MP_JWT_VERIFY_ISSUER",
                mint.issuer(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
