package rw.ishemalink.analytics.query;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.RangeQuery;
import rw.ishemalink.analytics.standings.Board;
import rw.ishemalink.analytics.standings.RankKey;
import rw.ishemalink.analytics.standings.Standing;
import rw.ishemalink.analytics.standings.StandingsStream;
import rw.ishemalink.analytics.standings.Tally;

/** Who leads a board. Each entry is in one partition, so the best of the partitions' best are the best of all. */
public final class BoardQuestion {

    private BoardQuestion() {}

    /** The tenant's best on the board. */
    public static Question<Standing> top(String tenant, Board board, int limit) {
        return new StoreQuestion<>(
                StandingsStream.INDEX,
                StandingsStream.COUNTED_UP_TO,
                StandingsStream.PARTITIONS,
                RangeQuery.<Bytes, Tally>withRange(RankKey.first(tenant, board), RankKey.last(tenant, board)),
                (key, tally) -> new Standing(RankKey.idIn(key, tenant, board), tally),
                limit,
                "/internal/analytics/standings/" + board + "?limit=" + limit,
                Standing.class);
    }
}
