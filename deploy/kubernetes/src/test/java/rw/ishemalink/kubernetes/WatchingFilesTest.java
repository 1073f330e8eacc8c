package rw.ishemalink.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What Prometheus judges by in the cluster is what it judges by everywhere. */
class WatchingFilesTest {

    private static final Path FILE = Path.of("components/watching/rules.yaml");

    @Test
    void the_rules_in_the_cluster_are_those_of_the_suite() throws IOException {
        String rules = RuleFiles.all();
        if (System.getProperty("freeze") != null) {
            Files.writeString(FILE, rules);
        }
        assertThat(Files.readString(FILE))
                .as("rules.yaml is stale: write it with -Dfreeze")
                .isEqualTo(rules);
    }
}
