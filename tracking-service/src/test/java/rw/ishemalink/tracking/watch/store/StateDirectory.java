package rw.ishemalink.tracking.watch.store;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The stores of the tests' application: a directory of its own for each start, because each start has a broker's age of its own. */
@QuarkusTestResource(StateDirectory.class)
public final class StateDirectory implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory(Path.of("target"), "streams-state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("kafka-streams.state.dir", directory.toString());
    }

    @Override
    public void stop() {
        try {
            Utils.delete(Objects.requireNonNull(directory).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
