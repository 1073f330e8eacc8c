package rw.ishemalink.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresReplica;
import rw.ishemalink.local.parts.PostgresServer;

/**
 * The same as {@link SuiteResource}, and a replica that follows the database, from which searches and reports are read
 * however far it is behind: so a test that has it wait can tell where something was read.
 */
public final class SuiteWithReplica implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private final SuiteResource suite = new SuiteResource();
    private @Nullable Path home;
    private @Nullable PostgresReplica replica;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(suite.start());
        String address = Objects.requireNonNull(settings.get(URL)).split("/", -1)[2];
        PostgresServer primary = new PostgresServer(
                address,
                Objects.requireNonNull(settings.get("quarkus.datasource.username")),
                Objects.requireNonNull(settings.get("quarkus.datasource.password")));
        Path folder = temporaryHome();
        PostgresReplica copy = new PostgresReplica(PartOptions.forTests(folder), primary);
        home = folder;
        replica = copy;
        copy.start();
        settings.put(
                "ishema.reads.jdbc-url",
                settings.get(URL).replace(address, copy.server().address()));
        settings.put("ishema.reads.most-behind", "1H");
        settings.put("ishema.reads.ask-every", "0.1S");
        return settings;
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("ishema-replica-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        PostgresReplica copy = replica;
        Path folder = home;
        if (copy != null && folder != null) {
            copy.kill();
            copy.deleteDataElsewhere();
            Folders.delete(folder);
        }
        suite.stop();
    }
}
