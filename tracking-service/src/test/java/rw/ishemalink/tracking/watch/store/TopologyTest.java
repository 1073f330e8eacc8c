package rw.ishemalink.tracking.watch.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.watch.Trips;

/** The topology shows in review: {@code -Dfreeze} writes the golden file, otherwise it must not differ. */
class TopologyTest {

    private static final boolean FREEZE = System.getProperty("freeze") != null;
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");
    private static final Pattern STORES = Pattern.compile("\\(stores: \\[(.*?)]\\)");

    private final String description = Road.topology(Trips.RULES, 4).describe().toString();

    @Test
    void the_topology_is_the_reviewed_one() throws IOException {
        String content = withStoresInOrder(description);
        if (FREEZE) {
            Files.writeString(GOLDEN, content);
        }
        assertThat(Files.readString(GOLDEN)).isEqualTo(content);
    }

    /** A name with a number in it is one that Kafka made up from the position; the next edit would lose the state. */
    @Test
    void every_step_and_store_has_a_name_of_ours() {
        assertThat(description).doesNotContainPattern("\\d{10}");
    }

    private static String withStoresInOrder(String topology) {
        return STORES.matcher(topology)
                .replaceAll(stores ->
                        Stream.of(stores.group(1).split(", ")).sorted().collect(joining(", ", "(stores: [", "])")));
    }
}
