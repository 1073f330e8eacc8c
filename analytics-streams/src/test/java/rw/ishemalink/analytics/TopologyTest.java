package rw.ishemalink.analytics;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The topology shows in review: {@code -Dfreeze} writes the golden file and the picture, otherwise they must not differ. */
class TopologyTest {

    private static final boolean FREEZE = System.getProperty("freeze") != null;
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");
    private static final Pattern STORES = Pattern.compile("\\(stores: \\[(.*?)]\\)");
    private static final Path PICTURE = Path.of("../docs/topology.md");

    @Test
    void the_topology_is_the_reviewed_one() throws IOException {
        check(GOLDEN, withStoresInOrder(Ledger.topology().describe().toString()));
    }

    @Test
    void the_picture_shows_the_topology() throws IOException {
        check(PICTURE, TopologyPicture.of(Ledger.topology()));
    }

    /** A name with a number in it is one that Kafka made up from the position; the next edit would lose the state. */
    @Test
    void every_step_and_store_has_a_name_of_ours() {
        assertThat(Ledger.topology().describe().toString()).doesNotContainPattern("\\d{10}");
    }

    /**
     * Kafka lists the stores of a step out of a hash set, ours come out of {@link Set#of}: their order is another one in
     * every JVM and says nothing.
     */
    private static String withStoresInOrder(String description) {
        return STORES.matcher(description)
                .replaceAll(stores ->
                        Stream.of(stores.group(1).split(", ")).sorted().collect(joining(", ", "(stores: [", "])")));
    }

    private static void check(Path file, String content) throws IOException {
        if (FREEZE) {
            Files.writeString(file, content);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).isEqualTo(content);
    }
}
