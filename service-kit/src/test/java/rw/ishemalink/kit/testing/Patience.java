package rw.ishemalink.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what is bound to come: a busy machine takes its time, and an idle one does not wait. */
public final class Patience {

    /** Longer than anything takes that works. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    /** Between two looks: most things that tests wait for come within a few of these. */
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private Patience() {}

    /** Looks at once, and again every moment. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(A_MOMENT);
    }

    /** The same, for something that has a name when it does not come. */
    public static ConditionFactory await(String what) {
        return await().alias(what);
    }
}
