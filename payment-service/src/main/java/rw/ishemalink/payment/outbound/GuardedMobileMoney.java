package rw.ishemalink.payment.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;

/**
 * A provider behind a circuit breaker of its own. A refusal is an answer and opens nothing; only silence does. While the
 * breaker is open nothing is sent, and the answer says so.
 */
public final class GuardedMobileMoney implements MobileMoney {

    private static final Logger LOG = Logger.getLogger(GuardedMobileMoney.class);

    private final MobileMoney provider;
    private final Guard guard;
    private final MeterRegistry meters;

    public GuardedMobileMoney(MobileMoney provider, PaymentConfig.Breaker config, MeterRegistry meters) {
        this.provider = provider;
        this.meters = meters;
        this.guard = Guard.create()
                .withDescription("mobile money " + provider.provider())
                .withCircuitBreaker()
                .requestVolumeThreshold(config.failures())
                .failureRatio(1.0)
                .delay(config.halfOpenAfter().toMillis(), ChronoUnit.MILLIS)
                .failOn(ProviderUnavailableException.class)
                .onStateChange(state -> LOG.warnf("circuit breaker of %s is %s", provider.provider(), state))
                .done()
                .build();
    }

    @Override
    public Provider provider() {
        return provider.provider();
    }

    @Override
    public Answer collect(UUID reference, Terms terms) {
        return guarded("collect", () -> provider.collect(reference, terms));
    }

    @Override
    public Answer askCollection(UUID reference) {
        return guarded("ask-collection", () -> provider.askCollection(reference));
    }

    @Override
    public Answer refund(UUID reference, UUID collection, Terms terms) {
        return guarded("refund", () -> provider.refund(reference, collection, terms));
    }

    @Override
    public Answer askRefund(UUID reference) {
        return guarded("ask-refund", () -> provider.askRefund(reference));
    }

    private Answer guarded(String operation, Supplier<Answer> call) {
        Timer.Sample sample = Timer.start(meters);
        Answer answer = answer(call);
        sample.stop(meters.timer(
                "ishema.provider.calls",
                "provider",
                provider().name(),
                "operation",
                operation,
                "answer",
                answer.getClass().getSimpleName()));
        return answer;
    }

    private Answer answer(Supplier<Answer> call) {
        try {
            return guard.get(call, Answer.class);
        } catch (CircuitBreakerOpenException e) {
            return new Answer.NotTried();
        } catch (ProviderUnavailableException e) {
            LOG.warnf("%s: %s", provider(), e.getMessage());
            return new Answer.Unknown();
        }
    }
}
