package rw.ishemalink.compliance.story;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import rw.ishemalink.compliance.licence.LicenceClock;

/** The clock of those who watch licences, which a test moves ahead. */
@Mock
@ApplicationScoped
public class MovableClock extends LicenceClock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return super.now().plus(ahead.get());
    }

    public void moveTo(Instant time) {
        ahead.set(Duration.between(super.now(), time));
    }

    public void moveBy(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    public void isRightAgain() {
        ahead.set(Duration.ZERO);
    }
}
