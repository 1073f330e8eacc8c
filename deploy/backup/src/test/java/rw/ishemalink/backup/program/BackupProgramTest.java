package rw.ishemalink.backup.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.Sealer;

class BackupProgramTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "ISHEMA_BACKUP_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/postgres",
            "ISHEMA_BACKUP_USER", "ishema",
            "ISHEMA_BACKUP_PASSWORD", "secret",
            "ISHEMA_BACKUP_DATA", "/nowhere",
            "ISHEMA_STORE_URL", "http://127.0.0.1:1",
            "ISHEMA_STORE_ACCESS_KEY", "key",
            "ISHEMA_STORE_SECRET_KEY", "secret");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void new_keys_are_printed_as_age_keygen_does_and_belong_together() {
        program("").run(List.of("keys"));

        List<String> lines = said.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(3).first().isEqualTo("# created: 2026-11-23T04:00:00Z");
        Sealer sealer = new Sealer(lines.get(1).replace("# public key: ", ""));
        assertThat(new Opener(lines.get(2)).open(sealer.seal(new byte[] {7}))).containsExactly(7);
    }

    @Test
    void what_it_does_not_know_is_answered_with_what_it_knows() {
        assertThatThrownBy(() -> program("").run(List.of("destroy")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("there is no destroy")
                .hasMessageContainingAll("archive", "restore [MOMENT]", "keys", "store");
    }

    @Test
    void a_restore_without_an_identity_says_how_one_begins() {
        assertThatThrownBy(() -> program("# public key: age1something\n").run(List.of("restore")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("AGE-SECRET-KEY-1");
    }

    @Test
    void a_moment_that_is_none_is_shown_beside_one_that_is() {
        program("").run(List.of("keys"));
        String identity = said.toString(UTF_8);

        assertThatThrownBy(() -> program(identity).run(List.of("restore", "yesterday")))
                .isInstanceOf(UsageException.class)
                .hasMessage("yesterday is no moment; one looks like 2026-11-23T04:00:00Z");
    }

    @Test
    void a_missing_setting_is_named() {
        assertThatThrownBy(() -> new BackupProgram(Map.of(), clock(), in(""), out()).run(List.of("restore")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ISHEMA_BACKUP_JDBC_URL is not set");
    }

    private BackupProgram program(String input) {
        return new BackupProgram(SETTINGS, clock(), in(input), out());
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);
    }

    private static ByteArrayInputStream in(String input) {
        return new ByteArrayInputStream(input.getBytes(UTF_8));
    }

    private PrintStream out() {
        return new PrintStream(said, true, UTF_8);
    }
}
