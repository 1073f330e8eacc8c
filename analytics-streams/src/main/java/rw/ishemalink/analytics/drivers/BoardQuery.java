package rw.ishemalink.analytics.drivers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.query.Query;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What the index of one partition is asked.
 *
 * @param limit how many of the best
 * @param driver whose standing; null for nobody's
 * @param standing before which are counted; null for none
 */
public record BoardQuery(
        Board board,
        By by,
        int limit,
        @Nullable UUID driver,
        @Nullable Standing standing) implements Query<BoardPart> {

    /** The best. */
    public static BoardQuery top(Board board, By by, int limit) {
        return new BoardQuery(board, by, limit, null, null);
    }

    /** What the driver did. */
    public static BoardQuery standingOf(UUID driver, Board board, By by) {
        return new BoardQuery(board, by, 0, driver, null);
    }

    /** How many come before that one. */
    public static BoardQuery before(Standing standing, Board board, By by) {
        return new BoardQuery(board, by, 0, null, standing);
    }

    /** The answer out of cells, where there is no index of the board. */
    public BoardPart of(Map<Cell, Sums> cells) {
        Ranking ranking = new Ranking();
        cells.forEach((cell, sums) -> {
            if (board.has(cell)) {
                ranking.add(UUID.fromString(cell.get(Dimension.DRIVER)), sums);
            }
        });
        return of(ranking);
    }

    /** The answer of a ranking. */
    BoardPart of(Ranking ranking) {
        return new BoardPart(
                limit == 0 ? List.of() : ranking.top(by, limit),
                driver == null ? null : ranking.find(driver).orElse(null),
                standing == null ? 0 : ranking.before(by, standing),
                ranking.ranked(by));
    }
}
