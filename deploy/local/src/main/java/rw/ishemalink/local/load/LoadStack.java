package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.PortPlan;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;

/**
 * A stack of one service with PostgreSQL, Kafka and registry, on free ports and fresh data, compiled for speed; PostgreSQL
 * waits for the disk. It ends with this JVM.
 */
final class LoadStack implements AutoCloseable {

    private static final String ISSUER = "https://load.ishemalink.rw";
    private static final int HEAP_MEGABYTES = 768;

    private final Path home;
    private final LocalStack stack;
    private final String service;
    private final TokenMint mint = new TokenMint(ISSUER);
    private final HttpServer keys;

    LoadStack(Path checkout, String service, Map<String, String> environment) {
        this.service = service;
        try {
            this.home = Files.createTempDirectory("ishemalink-load");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.keys = serveKeys();
        PartOptions quick = PartOptions.forTests(home);
        PartOptions durable = new PartOptions(quick.home(), quick.cache(), Lifetime.WITH_PARENT, true);
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("MP_JWT_VERIFY_ISSUER", ISSUER);
        all.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks.json");
        StackOptions options = new StackOptions(
                checkout, durable, PortPlan.free(), List.of(spec(service)), Map.of(service, Map.copyOf(all)));
        this.stack = LocalStack.startForTests(options);
    }

    /** In the place of identity-service, whose keys services fetch. */
    private HttpServer serveKeys() {
        try {
            byte[] keySet = mint.keySet().getBytes(UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceSpec spec(String service) {
        return Services.list().stream()
                .filter(spec -> spec.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is named " + service))
                .atFullSpeed(HEAP_MEGABYTES);
    }

    TokenMint mint() {
        return mint;
    }

    URI url() {
        return stack.url(service);
    }

    String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    JdbcAccess database() {
        return stack.database(service);
    }

    /** Kills the service with SIGKILL and starts it again on what it left. */
    void killAndRestart() {
        stack.kill(service);
        stack.start(service);
    }

    @Override
    public void close() {
        stack.killAll();
        keys.stop(0);
        Folders.delete(home);
    }
}
