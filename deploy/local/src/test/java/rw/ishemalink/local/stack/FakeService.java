package rw.ishemalink.local.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A service that is ready at once, never, or dies, as {@code FAKE} in its environment says; it tells its environment. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        String fake = System.getenv().getOrDefault("FAKE", "");
        if (fake.equals("DIES")) {
            System.err.println("ERROR no master key is set");
            System.exit(1);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/q/health/ready", exchange -> answer(exchange, fake.equals("NEVER_READY") ? 503 : 200, "{}"));
        server.createContext(
                "/environment/",
                exchange -> answer(
                        exchange,
                        200,
                        System.getenv()
                                .getOrDefault(
                                        exchange.getRequestURI().getPath().substring("/environment/".length()), "")));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, Math.max(1, body.length));
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body.length == 0 ? new byte[] {' '} : body);
        }
    }

    /** Puts it where the build of that service would put its program. */
    static void build(Path checkout, String service) throws IOException {
        Path folder = checkout.resolve(service).resolve("target/quarkus-app");
        Files.createDirectories(folder);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                Path.of("target/test-classes").toUri().toString());
        try (OutputStream file = Files.newOutputStream(folder.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }
}
