package rw.ishemalink.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;

class PostgresPlaceTest {

    private static final PostgresAccount IMPOSSIBLE = new PostgresAccount(List.of("/no/such/program", "--"), false);

    /** Shared by these tests, for to unpack takes seconds, but not with those of another build on this machine. */
    @SuppressWarnings("NullAway.Init")
    private static Path cache;

    @SuppressWarnings("NullAway.Init")
    private Path home;

    @BeforeAll
    static void makeCache() throws IOException {
        cache = readableForAll("ishema-place-cache-");
    }

    @BeforeEach
    void makeHome() throws IOException {
        home = readableForAll("ishema-place-");
    }

    private static Path readableForAll(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void deleteCache() {
        Folders.delete(cache);
    }

    @AfterEach
    void deleteHome() {
        Folders.delete(home);
        Folders.delete(PostgresPlace.elsewhere(home));
    }

    @Test
    void data_stay_at_home_when_the_account_can_reach_it() {
        PostgresPlace place = PostgresPlace.choose(options(), PostgresAccount.candidates());

        assertThat(place.data()).isEqualTo(home.resolve("data/postgres/data"));
    }

    @Test
    void where_root_may_make_no_namespace_a_cluster_is_made_as_nobody() throws IOException {
        assumeTrue(isRootOnLinux(), "only root becomes nobody");
        PostgresPlace place = PostgresPlace.choose(options(), List.of(IMPOSSIBLE, PostgresAccount.NOBODY));

        new PostgresCluster(options(), place).prepare();

        assertThat(place.folder()).isEqualTo(home.resolve("data/postgres"));
        assertThat(Files.getAttribute(place.data(), "unix:uid")).isEqualTo(65534);
    }

    @Test
    void a_home_that_nobody_may_enter_keeps_its_cluster_elsewhere() throws IOException {
        assumeTrue(isRootOnLinux(), "only root becomes nobody");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));

        PostgresPlace place = PostgresPlace.choose(options(), List.of(PostgresAccount.NOBODY));
        new PostgresCluster(options(), place).prepare();

        assertThat(place.data()).startsWith(PostgresPlace.elsewhere(home)).isDirectory();
    }

    @Test
    void without_any_account_one_line_says_so() {
        assertThatThrownBy(() -> PostgresPlace.choose(options(), List.of(IMPOSSIBLE)))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("refuses to run as root");
    }

    private PartOptions options() {
        PartOptions tests = PartOptions.forTests(home);
        return new PartOptions(home, cache, tests.lifetime(), false, false);
    }

    private static boolean isRootOnLinux() {
        return PostgresAccount.candidates().contains(PostgresAccount.NOBODY)
                && Programs.find("setpriv").isPresent();
    }
}
