package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.LongStream;
import rw.ishemalink.analytics.drivers.BoardPart;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.query.RankQuestion;

/**
 * Who leads a board, the first first. Ids only: names are personal data.
 *
 * @param of how many are ranked on it
 */
record DriversAnswer(@JsonUnwrapped Freshness freshness, long of, List<RankedDriver> drivers) {

    DriversAnswer {
        drivers = List.copyOf(drivers);
    }

    static DriversAnswer ask(Asking asking, BoardQuery query) {
        Answer<BoardPart> answer = asking.ask(new RankQuestion(query));
        List<Standing> top = query.by().top(answer.rows().stream().flatMap(part -> part.top().stream()), query.limit());
        return new DriversAnswer(
                answer.freshness(),
                RankQuestion.sum(answer, BoardPart::ranked),
                LongStream.range(0, top.size())
                        .mapToObj(place -> RankedDriver.of(place + 1, top.get((int) place)))
                        .toList());
    }
}
