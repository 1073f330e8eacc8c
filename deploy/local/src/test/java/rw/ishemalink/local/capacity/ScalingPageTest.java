package rw.ishemalink.local.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of docs/scaling.md are the model's: {@code -Dfreeze} writes them, otherwise they must not differ. */
class ScalingPageTest {

    private static final boolean FREEZE = System.getProperty("freeze") != null;
    private static final Path PAGE = Path.of("../../docs/scaling.md");
    private static final String BEGIN = "<!-- capacity: written by ScalingPageTest -Dfreeze -->\n";
    private static final String END = "<!-- /capacity -->\n";

    @Test
    void the_page_says_what_the_model_says() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertThat(begin).isPositive().isLessThan(end);
        String written =
                page.substring(0, begin) + BEGIN + CapacityTable.current().markdown() + "\n" + page.substring(end);
        if (FREEZE) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void every_figure_says_where_it_was_measured() {
        assertThat(Costs.measured().list()).allSatisfy(one -> {
            assertThat(one.value()).as(one.what()).isPositive();
            assertThat(one.source()).contains("`");
        });
    }
}
