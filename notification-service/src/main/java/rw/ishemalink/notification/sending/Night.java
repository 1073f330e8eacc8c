package rw.ishemalink.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.notification.config.NotificationConfig;

/** Whether people sleep now. */
@ApplicationScoped
public class Night {

    private final QuietHours hours;
    private final Clock clock;

    @Inject
    Night(NotificationConfig config) {
        this(QuietHours.parse(config.quietHours(), config.zone()), Clock.systemUTC());
    }

    /** A night by another clock. */
    public Night(QuietHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    /** How long the night still lasts; empty by day. */
    Optional<Duration> findPause() {
        return hours.findPause(clock.instant());
    }
}
