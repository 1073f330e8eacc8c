package rw.ishemalink.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys reach another site as they were, readable by nobody else, and never replace others. */
class SiteKeysTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void theyComeAsTheyWereAndOnlyForTheirOwner() throws IOException {
        Path first = site("first");

        SiteKeys.copy(first, home.resolve("second"));

        Path password = home.resolve("second/data/postgres.password");
        assertThat(password).hasContent("of first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(ArchiveKeys.getOrCreate(home.resolve("second")).seal().identity())
                .isEqualTo(ArchiveKeys.getOrCreate(first).seal().identity());
    }

    @Test
    void aSiteThatHasKeysKeepsThem() throws IOException {
        Path first = site("first");
        Path second = site("second");

        assertThatThrownBy(() -> SiteKeys.copy(first, second)).isInstanceOf(UncheckedIOException.class);
        assertThat(second.resolve("secrets.properties")).hasContent("of second");
    }

    private Path site(String name) throws IOException {
        Path site = home.resolve(name);
        ArchiveKeys.getOrCreate(site);
        for (String file : new String[] {"secrets.properties", "data/postgres.password"}) {
            Path made = Files.createFile(
                    site.resolve(file),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(made, "of " + name);
        }
        return site;
    }
}
