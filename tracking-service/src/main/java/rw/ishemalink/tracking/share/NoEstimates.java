package rw.ishemalink.tracking.share;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Stands in until something estimates: no trip says when it arrives. */
@DefaultBean
@ApplicationScoped
class NoEstimates implements EstimatedArrivals {

    @Override
    public Map<UUID, Arrival> find(Collection<UUID> bookingIds) {
        return Map.of();
    }
}
