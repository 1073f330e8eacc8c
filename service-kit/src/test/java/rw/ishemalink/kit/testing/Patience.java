package rw.ishemalink.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what is bound to come: a busy machine takes its time, and an idle one does not wait. */
public final class Patience {

    /** Longer than anything takes that works. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
