package rw.ishemalink.simulators;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import rw.ishemalink.simulators.faults.ControlReset;

/** The only clock of the outside world: real time, plus as much as somebody moved it ahead. Every rule about time asks it. */
@Singleton
public class WorldClock extends Clock {

    /** Fired after the clock was moved. */
    public record Moved(Instant now) {}

    private final Event<Moved> moved;
    private volatile Duration ahead = Duration.ZERO;

    public WorldClock(Event<Moved> moved) {
        this.moved = moved;
    }

    public void setAhead(Duration ahead) {
        this.ahead = ahead;
        moved.fire(new Moved(instant()));
    }

    public Duration ahead() {
        return ahead;
    }

    void onReset(@Observes ControlReset reset) {
        setAhead(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not offered: the world has one clock, in UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the clock of the outside world runs in UTC");
    }
}
