package rw.ishemalink.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PartFailedException;

/** A service of ours as its build left it, in a JVM of its own. Ready when its readiness probe says so. */
public final class ServicePart extends Part {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();

    private final ServiceSpec service;
    private final StackOptions options;
    private final Function<ServicePart, Map<String, String>> environment;

    ServicePart(
            String name,
            ServiceSpec service,
            int port,
            StackOptions options,
            Function<ServicePart, Map<String, String>> environment) {
        super(name, port, options.parts().log(name), options.parts().lifetime());
        this.service = service;
        this.options = options;
        this.environment = environment;
    }

    /** What it is an instance of. */
    public ServiceSpec service() {
        return service;
    }

    /** Its address, without a path. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private Path jar() {
        return options.checkout().resolve(service.name()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /**
     * Looks for the program.
     *
     * @throws PartFailedException when it was not built
     */
    void requireProgram() {
        if (!Files.exists(jar())) {
            throw new PartFailedException(
                    name() + ": " + jar() + " is missing; build it with ./mvnw package -DskipTests");
        }
    }

    @Override
    protected void prepare() {
        requireProgram();
        Folders.create(options.parts().home());
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = new ArrayList<>(List.of(Programs.java(), "-Xmx" + service.heapMegabytes() + "m"));
        command.addAll(service.jvmOptions());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar().toString()));
        return ChildSpec.of(command, environment.apply(this), options.parts().home(), log());
    }

    @Override
    protected boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/q/health/ready"))
                .timeout(PROBE_TIMEOUT)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
