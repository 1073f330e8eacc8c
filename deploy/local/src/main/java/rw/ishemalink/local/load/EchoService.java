package rw.ishemalink.local.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import rw.ishemalink.local.child.Child;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.child.Programs;

/** A service that does nothing but answer, in a JVM of its own: what is measured through the door is then the door. */
public final class EchoService implements AutoCloseable {

    private static final String ANSWER = "{\"id\":\"00000000-0000-0000-0000-000000000000\",\"status\":\"CREATED\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Child process;
    private final int port;

    private EchoService(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that ends with this JVM. */
    static EchoService start(Path folder) {
        int port = Ports.pickFree();
        List<String> command = List.of(
                Programs.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EchoService.class.getName(),
                Integer.toString(port));
        Child child =
                Child.start(ChildSpec.of(command, Map.of(), folder, folder.resolve("echo.log")), Lifetime.WITH_PARENT);
        Waiting.until("the echo service", PATIENCE, () -> Ports.isOpen(port));
        return new EchoService(child, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.kill();
    }

    /** The service itself: listens on the port that is its argument. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(request -> request.body().onSuccess(_ -> {
                    var unused = request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(ANSWER);
                }))
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    var unused = socket.writeTextMessage(text);
                }))
                .listen()
                .onFailure(e -> Runtime.getRuntime().halt(1));
    }
}
