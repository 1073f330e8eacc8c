package rw.ishemalink.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void the_first_answers_until_another_is_written_down() {
        assertThat(Generation.current(home)).isEqualTo(new Generation(1));

        new Generation(1).next().write(home);

        assertThat(Generation.current(home)).isEqualTo(new Generation(2));
    }

    @Test
    void what_nobody_can_read_is_not_taken_for_the_first() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/analytics-streams.generation"), "second");

        assertThatThrownBy(() -> Generation.current(home))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot understand");
    }

    @Test
    void it_goes_with_the_data() {
        new Generation(7).write(home);

        assertThat(home.resolve("data/analytics-streams.generation")).exists();
    }

    @Test
    void the_first_has_the_name_of_the_service() {
        assertThat(new Generation(1).applicationId()).isEqualTo("analytics-streams");
        assertThat(new Generation(2).applicationId()).isEqualTo("analytics-streams-g2");
    }

    @Test
    void each_owns_its_internal_topics_and_no_others() {
        Generation first = new Generation(1);
        Generation second = new Generation(2);

        assertThat(first.owns("analytics-streams-booking-cells-changelog")).isTrue();
        assertThat(first.owns("analytics-streams-driver-changes-repartition")).isTrue();
        assertThat(first.owns("analytics-streams-g2-booking-cells-changelog")).isFalse();
        assertThat(first.owns("analytics-streams-g12-booking-cells-changelog")).isFalse();
        assertThat(second.owns("analytics-streams-g2-booking-cells-changelog")).isTrue();
        assertThat(second.owns("analytics-streams-g22-booking-cells-changelog")).isFalse();
        assertThat(second.owns("analytics-streams-booking-cells-changelog")).isFalse();
    }

    @Test
    void none_owns_what_everybody_reads() {
        assertThat(new Generation(1).owns("booking.facts")).isFalse();
        assertThat(new Generation(1).owns("analytics.summary")).isFalse();
        assertThat(new Generation(1).owns("analytics-streams")).isFalse();
        assertThat(new Generation(1).owns("tracking-service-watch-changelog")).isFalse();
    }

    @Test
    void there_is_none_before_the_first() {
        assertThatThrownBy(() -> new Generation(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
