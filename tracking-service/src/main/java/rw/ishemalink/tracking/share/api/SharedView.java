package rw.ishemalink.tracking.share.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.View;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.share.SharedViewers;
import rw.ishemalink.tracking.trip.Trip;

/** A position as those see it who follow through a link. */
@Singleton
class SharedView implements View {

    private final SharedViewers viewers;
    private final ObjectMapper json;
    private final Duration freshFor;

    SharedView(SharedViewers viewers, ObjectMapper json, TrackingConfig config) {
        this.viewers = viewers;
        this.json = json;
        this.freshFor = config.fresh();
    }

    @Override
    public String write(Trip trip, Position position) {
        try {
            return json.writeValueAsString(
                    SharedPosition.of(position, viewers.findArrival(trip.bookingId()), Instant.now(), freshFor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position is always JSON", e);
        }
    }
}
