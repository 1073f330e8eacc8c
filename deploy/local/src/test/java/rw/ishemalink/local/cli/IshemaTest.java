package rw.ishemalink.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rw.ishemalink.local.stack.PartState;
import rw.ishemalink.local.stack.PartStatus;

class IshemaTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path checkout;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useThisCheckout() {
        System.setProperty("ishema.checkout", checkout.toString());
    }

    @AfterEach
    void forgetCheckout() {
        System.clearProperty("ishema.checkout");
    }

    @Test
    void an_unknown_command_is_one_line_and_code_2() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.endsWith("see ./ishema help"));
    }

    @Test
    void an_unknown_option_is_one_line_and_code_2() {
        assertThat(run("up", "--fast")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--fast");
    }

    @Test
    void an_unknown_service_is_one_line_with_those_that_there_are() {
        assertThat(run("logs", "bookings")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("no part is named bookings");
        assertThat(err.toString()).contains("booking-service");
    }

    @Test
    void programs_that_were_not_built_are_one_line() {
        assertThat(run("up")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("quarkus-run.jar is missing");
        assertThat(out.toString()).doesNotContain("interrupted");
    }

    @Test
    void status_is_1_unless_everything_is_ready() {
        assertThat(run("status")).isEqualTo(1);
        int gateway = 8080 + Checkout.current().portOffset();
        assertThat(out.toString()).contains("gateway", Integer.toString(gateway), "stopped");
    }

    @Test
    void down_of_nothing_says_so() {
        assertThat(run("down")).isZero();
        assertThat(out.toString()).contains("nothing was running");
    }

    @Test
    void nothing_is_counted_anew_in_a_stack_that_is_down() {
        assertThat(run("analytics", "rebuild")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .isEqualTo("ishema: kafka does not run; start the stack with ./ishema up");
    }

    @Test
    void no_tenant_is_moved_in_a_stack_that_is_down() {
        assertThat(run("tenant", "own", "lagos-buses")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .isEqualTo("ishema: postgres does not run; start the stack with ./ishema up");
    }

    @Test
    void help_says_what_a_rebuild_does() {
        assertThat(run("analytics", "help", "rebuild")).isZero();
        assertThat(out.toString()).contains("next generation", "begun again");
    }

    @Test
    void a_story_that_nobody_answers_ends_with_who_was_asked() {
        assertThat(run(
                        "story",
                        "--gateway",
                        "http://127.0.0.1:1",
                        "--simulators",
                        "http://127.0.0.1:1",
                        "--patience",
                        "0"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("the story did not end well: ", "got no answer");
    }

    @Test
    void a_door_is_not_trusted_for_a_file_that_is_no_certificate() throws Exception {
        Path letter = Files.writeString(checkout.resolve("door.pem"), "trust me");

        assertThat(run("story", "--trust", letter.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("is no certificate in PEM");
    }

    @Test
    void reset_without_a_person_or_yes_deletes_nothing() {
        assertThat(run("reset")).isEqualTo(1);
        assertThat(err.toString()).contains("--yes deletes without a question");
    }

    @Test
    void reset_with_yes_deletes() {
        assertThat(run("reset", "--yes")).isZero();
        assertThat(out.toString()).contains("data, logs and keys are deleted");
    }

    @Test
    void help_names_every_command() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("demo", "up", "down", "status", "logs", "reset", "test");
    }

    @Test
    void a_port_offset_must_leave_ports() {
        assertThat(Checkout.parseOffset(" 1000 ")).isEqualTo(1000);
        assertThatThrownBy(() -> Checkout.parseOffset("60000")).hasMessageContaining("0 to 45000");
        assertThatThrownBy(() -> Checkout.parseOffset("-1")).hasMessageContaining("0 to 45000");
        assertThatThrownBy(() -> Checkout.parseOffset("many")).hasMessageContaining("'many'");
    }

    @Test
    void a_row_of_the_table_can_be_read_by_people() {
        PartStatus running = new PartStatus(
                "gateway",
                8080,
                PartState.READY,
                Optional.of(4711L),
                Optional.of(146L),
                Optional.of(Duration.ofSeconds(78)));
        PartStatus killed =
                new PartStatus("kafka", 19_092, PartState.KILLED, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(StatusCommand.row(running))
                .isEqualTo("gateway                   4711   8080  ready             146 1 min 18 s");
        assertThat(StatusCommand.row(killed)).startsWith("kafka").contains("killed");
        assertThat(StatusCommand.text(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    }

    private int run(String... arguments) {
        CommandLine command = Ishema.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
