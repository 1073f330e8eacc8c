package rw.ishemalink.analytics.drivers;

import java.util.List;
import org.apache.kafka.streams.TopologyTestDriver;
import rw.ishemalink.analytics.cube.Period;

/** Who leads in a topology without a broker. */
public final class Leaders {

    private Leaders() {}

    /** Of all that the tenant's drivers ever delivered. */
    public static List<Standing> ever(TopologyTestDriver topology, String tenant) {
        RankIndex index = (RankIndex) topology.getStateStore(DriversStream.INDEX);
        return index.find(BoardQuery.top(Board.of(tenant, Period.ALL, 0), By.DELIVERIES, Integer.MAX_VALUE))
                .orElseThrow()
                .top();
    }
}
