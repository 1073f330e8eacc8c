package rw.ishemalink.booking.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.config.DispatchConfig;
import rw.ishemalink.booking.dispatch.Gates.Asked;
import rw.ishemalink.booking.dispatch.store.ConsiderationStore;
import rw.ishemalink.booking.fleet.Driver;

/**
 * Goes through the drivers around a pick-up, nearest first, until enough may be asked. The index and the table hear of a
 * driver's changes each in their own time; until they agree the driver is passed over, for an offer that the index made
 * could not be accepted on what the table says.
 */
@ApplicationScoped
class Candidates {

    /** How many are looked up in the database at once. */
    private static final int CHUNK = 32;

    private final DriverIndex index;
    private final ConsiderationStore considerations;
    private final DispatchConfig config;

    Candidates(DriverIndex index, ConsiderationStore considerations, DispatchConfig config) {
        this.index = index;
        this.considerations = considerations;
        this.config = config;
    }

    /**
     * Who was considered.
     *
     * @param fit who may be asked, nearest first
     * @param refused who may not, and why; all of them nearer than the farthest of the fit, if those are enough
     */
    record Considered(List<Nearby> fit, List<Refused> refused) {

        private Considered() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    Considered consider(Handle sql, Search search) {
        Considered considered = new Considered();
        Gates gates = new Gates(Instant.now(), config.freshPosition());
        Iterator<Nearby> nearest = index.nearest(search.pickUp(), config.radiusMetres())
                .filter(near -> near.driver().tenant().equals(search.tenant()))
                .limit(config.consideredAtMost())
                .iterator();
        while (nearest.hasNext() && considered.fit().size() < config.batchSize()) {
            consider(sql, search, gates, take(nearest), considered);
        }
        return considered;
    }

    private void consider(Handle sql, Search search, Gates gates, List<Nearby> chunk, Considered considered) {
        List<Driver> passing = chunk.stream()
                .filter(near ->
                        gates.findRefusal(asked(search, near, Ties.NONE)).isEmpty())
                .map(Nearby::driver)
                .toList();
        Map<UUID, Ties> ties = passing.isEmpty() ? Map.of() : considerations.listTies(sql, search.bookingId(), passing);
        for (Nearby near : chunk) {
            if (considered.fit().size() == config.batchSize()) {
                return;
            }
            Optional<Gate> refusal =
                    gates.findRefusal(asked(search, near, ties.getOrDefault(near.driverId(), Ties.NONE)));
            if (refusal.isPresent()) {
                considered.refused().add(new Refused(near, refusal.get()));
            } else if (ties.containsKey(near.driverId())) {
                considered.fit().add(near);
            }
        }
    }

    private static Asked asked(Search search, Nearby near, Ties ties) {
        return new Asked(near.driver(), near.fix(), search.needs(), ties);
    }

    private static List<Nearby> take(Iterator<Nearby> nearest) {
        List<Nearby> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && nearest.hasNext()) {
            chunk.add(nearest.next());
        }
        return chunk;
    }
}
