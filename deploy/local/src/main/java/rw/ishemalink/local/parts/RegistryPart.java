package rw.ishemalink.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import rw.ishemalink.local.child.Archive;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;

/** Apicurio Registry. It keeps its contracts in a database if it is given one, else in memory. */
public final class RegistryPart extends Part {

    private final HttpServer http = new HttpServer();
    private final PartOptions options;
    private final Supplier<Optional<JdbcAccess>> database;

    /**
     * A registry that is not started yet.
     *
     * @param port 0 picks a free one
     * @param database asked at each start; empty keeps everything in memory
     */
    public RegistryPart(PartOptions options, int port, Supplier<Optional<JdbcAccess>> database) {
        super("registry", port, options.log("registry"), options.lifetime());
        this.options = options;
        this.database = database;
    }

    /** Starts a registry and waits until it answers. */
    public static RegistryPart start(PartOptions options, int port, Optional<JdbcAccess> database) {
        RegistryPart part = new RegistryPart(options, port, () -> database);
        part.start();
        return part;
    }

    /** Its address, without a path. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    protected boolean answers() {
        return http.answers(url().resolve("/apis/registry/v3/groups?limit=1"), 200);
    }

    @Override
    protected void prepare() {
        Folders.create(options.home());
        programs();
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = List.of(
                Programs.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                programs().resolve("quarkus-run.jar").toString());
        return ChildSpec.of(command, environment(), options.home(), log());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port()),
                // Its own default is port 9000 of every address.
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", "0",
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
                "APICURIO_STORAGE_KIND", "sql",
                "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1",
                "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1",
                "APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"));
        database.get()
                .ifPresent(access -> environment.putAll(Map.of(
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_DATASOURCE_URL", access.url(),
                        "APICURIO_DATASOURCE_USERNAME", access.user(),
                        "APICURIO_DATASOURCE_PASSWORD", access.password())));
        return environment;
    }

    private Path programs() {
        Path archive = PartFiles.get("apicurio-registry-app", ".tar.gz");
        return Archive.unpackOnce(
                options.cache(), archive.getFileName().toString().replace(".tar.gz", ""), () -> open(archive));
    }

    private static InputStream open(Path archive) {
        try {
            return new GZIPInputStream(Files.newInputStream(archive), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + archive, e);
        }
    }
}
