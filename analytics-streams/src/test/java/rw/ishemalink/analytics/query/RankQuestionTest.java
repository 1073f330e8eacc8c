package rw.ishemalink.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.analytics.drivers.BoardPart;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.analytics.drivers.Standing;

/** What goes between instances is what was meant. */
class RankQuestionTest {

    private final Standing standing = new Standing(new UUID(-7, -1), 3, 0, 35_400, 2, 9, 1, 1);

    @Test
    void an_instance_reads_what_another_one_answers() throws IOException {
        Wire<BoardPart> wire =
                new RankQuestion(BoardQuery.top(Board.of("ishemalink", Period.ALL, 0), By.DELIVERIES, 10)).wire();
        List<Part<BoardPart>> parts = List.of(
                new Part<>(2, true, 17, 0, List.of(new BoardPart(List.of(standing), standing, 4, 9))),
                new Part<>(1, false, 0, 5, List.of(new BoardPart(List.of(), null, 0, 0))));

        assertThat(wire.read(wire.write(parts))).isEqualTo(parts);
    }

    @Test
    void the_standing_before_which_others_are_counted_goes_along() {
        Board board = Board.of("ishemalink", Period.ALL, 0);
        String path = new RankQuestion(BoardQuery.before(standing, board, By.RATING)).path();
        String written = path.substring(path.indexOf("&standing=") + "&standing=".length());

        assertThat(Standing.fromString(written)).isEqualTo(standing);
    }
}
