package rw.ishemalink.tracking.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.retention.RetentionClass;

class RetentionDocumentTest {

    @Test
    void what_ends_and_when_is_what_the_documentation_says() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/privacy.md")))
                .containsAll(new TrackingRetention()
                        .list().stream().map(RetentionClass::row).toList());
    }
}
