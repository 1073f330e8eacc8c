package rw.ishemalink.local.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import rw.ishemalink.local.story.TraccarPhone.Fix;

/** A vehicle that goes straight from place to place, as fast as the law lets a truck go, and stands when it is there. */
public final class Drive {

    private static final double SPEED_KMH = 60;
    private static final double METRES_A_MILLISECOND = SPEED_KMH / 3_600;

    private Point from;
    private Point to;
    private Instant left = Instant.now();

    /** It stands there. */
    public Drive(Point at) {
        this.from = at;
        this.to = at;
    }

    /** From where it is now it goes there. */
    public void goTo(Point next) {
        Instant now = Instant.now();
        from = placeAt(now);
        to = next;
        left = now;
    }

    /** Whether it has reached where it goes. */
    public boolean isThere() {
        return isThere(Instant.now());
    }

    /** What a receiver in it finds now; to the millisecond, as phones do. */
    public Fix look() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Fix(now, placeAt(now), isThere(now) ? 0 : SPEED_KMH);
    }

    private Point placeAt(Instant at) {
        return isThere(at) ? to : from.towards(to, Math.max(0, metresAt(at)) / from.metresTo(to));
    }

    private boolean isThere(Instant at) {
        return metresAt(at) >= from.metresTo(to);
    }

    private double metresAt(Instant at) {
        return Duration.between(left, at).toMillis() * METRES_A_MILLISECOND;
    }
}
