package rw.ishemalink.tracking.live.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.View;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** A position as those see it who are logged in. */
@Singleton
class OwnView implements View {

    private final ObjectMapper json;
    private final Duration freshFor;

    OwnView(ObjectMapper json, TrackingConfig config) {
        this.json = json;
        this.freshFor = config.fresh();
    }

    @Override
    public String write(Trip trip, Position position) {
        try {
            return json.writeValueAsString(LivePosition.of(trip.bookingId(), position, Instant.now(), freshFor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position is always JSON", e);
        }
    }
}
