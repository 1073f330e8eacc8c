package rw.ishemalink.tracking.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** A position on its way to those who follow a trip. Each form of it is written once, however many follow. */
public final class Shown {

    private final Trip trip;
    private final Position position;
    private final Map<View, String> texts = new ConcurrentHashMap<>();

    public Shown(Trip trip, Position position) {
        this.trip = trip;
        this.position = position;
    }

    /** What a client resumes with. */
    public String id() {
        return EventId.of(position);
    }

    /** As that view writes it. */
    public String text(View view) {
        return texts.computeIfAbsent(view, one -> one.write(trip, position));
    }

    long micros() {
        return EventId.micros(position.recordedAt());
    }
}
