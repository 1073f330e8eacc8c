package rw.ishemalink.local.containers;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.rnorth.ducttape.TimeoutException;
import org.rnorth.ducttape.unreliables.Unreliables;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits until the server itself answers: Docker accepts connections to a published port long before that. */
final class AnswerWait extends AbstractWaitStrategy {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final BooleanSupplier answers;

    AnswerWait(BooleanSupplier answers) {
        this.answers = answers;
        withStartupTimeout(PATIENCE);
    }

    @Override
    protected void waitUntilReady() {
        int seconds = Math.toIntExact(startupTimeout.toSeconds());
        try {
            Unreliables.retryUntilTrue(
                    seconds, TimeUnit.SECONDS, () -> getRateLimiter().getWhenReady(answers::getAsBoolean));
        } catch (TimeoutException e) {
            throw new ContainerLaunchException("no answer within " + seconds + " s", e);
        }
    }
}
