package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import java.util.UUID;
import rw.ishemalink.analytics.drivers.BoardPart;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.query.RankQuestion;

/**
 * On which place of a board a driver is.
 *
 * @param of how many are ranked on it
 */
record RankAnswer(
        @JsonUnwrapped Freshness freshness,
        long of,
        @JsonUnwrapped RankedDriver driver) {

    /** Whether the driver did nothing that counts on the board: then nobody learns even that there is such a one. */
    boolean isOfNobody() {
        return driver.deliveries() == 0 && driver.revenueFrancs() == 0;
    }

    /** First what the driver did, of the partition that knows, and then of all partitions how many did better. */
    static RankAnswer ask(Asking asking, BoardQuery query) {
        UUID driver = Objects.requireNonNull(query.driver());
        Answer<BoardPart> own = asking.ask(new RankQuestion(query));
        Standing standing = own.rows().stream()
                .map(BoardPart::own)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Standing.none(driver));
        long ranked = RankQuestion.sum(own, BoardPart::ranked);
        if (standing.hasNothing() || !query.by().ranks(standing)) {
            return new RankAnswer(own.freshness(), ranked, RankedDriver.of(null, standing));
        }
        Answer<BoardPart> others = asking.ask(new RankQuestion(BoardQuery.before(standing, query.board(), query.by())));
        return new RankAnswer(
                own.freshness().and(others.freshness()),
                RankQuestion.sum(others, BoardPart::ranked),
                RankedDriver.of(1 + RankQuestion.sum(others, BoardPart::before), standing));
    }
}
