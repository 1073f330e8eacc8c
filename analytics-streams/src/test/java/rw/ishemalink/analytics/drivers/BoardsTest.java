package rw.ishemalink.analytics.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/** The index never grows beyond its bound. */
class BoardsTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);

    @Test
    void beyond_the_bound_the_oldest_days_go_first_and_all_that_ever_was_goes_last() {
        Boards boards = new Boards(3);
        boards.advance(Instant.parse("2026-03-10T10:00:00Z"));

        boards.add(delivery(Period.ALL, 0));
        boards.add(delivery(Period.DAY, Period.begin(TENTH.minusDays(1))));
        boards.add(delivery(Period.DAY, Period.begin(TENTH)));
        assertThat(boards.entries()).isEqualTo(3);
        boards.add(delivery(Period.MONTH, Period.begin(TENTH.withDayOfMonth(1))));

        assertThat(boards.entries()).isEqualTo(3);
        assertThat(boards.find(board(Period.DAY, Period.begin(TENTH.minusDays(1)))))
                .isEmpty();
        assertThat(boards.find(board(Period.DAY, Period.begin(TENTH)))).isPresent();
        assertThat(boards.find(board(Period.ALL, 0))).isPresent();
    }

    @Test
    void a_board_on_which_nobody_is_is_known_to_be_empty() {
        Boards boards = new Boards(10);

        assertThat(boards.find(board(Period.ALL, 0)).orElseThrow().size()).isZero();
    }

    private static Board board(Period period, int begin) {
        return Board.of("ishemalink", period, begin);
    }

    private static Map<Cell, Sums> delivery(Period period, int begin) {
        List<String> group = List.of(new UUID(0, 1).toString(), "", "");
        return Map.of(new Cell(Aggregate.DRIVERS, "ishemalink", period, begin, group), Sums.of(Measure.DELIVERED, 1));
    }
}
