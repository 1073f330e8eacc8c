package rw.ishemalink.tracking.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** As the watch told it last. */
@ApplicationScoped
class ToldArrivals implements EstimatedArrivals {

    private static final String LAST = """
            select distinct on (booking_id) booking_id, arrival_at, remaining_metres
              from trip_event where booking_id = any(:ids) and change = 'ARRIVAL_ESTIMATED'
             order by booking_id, sequence desc""";

    private final UnitOfWork unitOfWork;

    ToldArrivals(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Map<UUID, Arrival> find(Collection<UUID> bookingIds) {
        return unitOfWork.read(sql -> sql.createQuery(LAST)
                .bindArray("ids", UUID.class, bookingIds)
                .reduceRows(new HashMap<>(), (arrivals, row) -> {
                    arrivals.put(
                            row.getColumn("booking_id", UUID.class),
                            new Arrival(
                                    row.getColumn("arrival_at", Instant.class),
                                    row.getColumn("remaining_metres", Long.class)));
                    return arrivals;
                }));
    }
}
