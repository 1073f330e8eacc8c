package rw.ishemalink.payment.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.Guard;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.collecting.Answer;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;

/**
 * A provider behind circuit breakers of its own, one per group of operations: a disbursement product that is away must not
 * stop collections. A refusal is an answer and opens nothing; only silence does. While a
 * breaker is open nothing is sent, the answer says so at once, and the movement waits.
 */
public final class GuardedMobileMoney implements MobileMoney {

    /** What fails together: each provider has a product, an account and a limit for either. */
    private enum Group {
        COLLECTION,
        DISBURSEMENT
    }

    private static final Logger LOG = Logger.getLogger(GuardedMobileMoney.class);

    private final MobileMoney provider;
    private final Map<Group, Guard> guards = new EnumMap<>(Group.class);
    private final MeterRegistry meters;

    public GuardedMobileMoney(MobileMoney provider, PaymentConfig.Breaker config, MeterRegistry meters) {
        this.provider = provider;
        this.meters = meters;
        for (Group group : Group.values()) {
            guards.put(group, guard(group, config));
        }
    }

    private Guard guard(Group group, PaymentConfig.Breaker config) {
        String name = provider.provider() + " " + group;
        return Guard.create()
                .withDescription("mobile money " + name)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.failures())
                .failureRatio(1.0)
                .delay(config.halfOpenAfter().toMillis(), ChronoUnit.MILLIS)
                .failOn(ProviderUnavailableException.class)
                .onStateChange(state -> LOG.warnf("circuit breaker of %s is %s", name, state))
                .done()
                .build();
    }

    @Override
    public Provider provider() {
        return provider.provider();
    }

    @Override
    public Answer collect(UUID reference, Msisdn payer, Terms terms) {
        return guarded(Group.COLLECTION, "collect", () -> provider.collect(reference, payer, terms));
    }

    @Override
    public Answer askCollection(UUID reference) {
        return guarded(Group.COLLECTION, "ask-collection", () -> provider.askCollection(reference));
    }

    @Override
    public Answer refund(UUID reference, Charge charge, Terms terms) {
        return guarded(Group.DISBURSEMENT, "refund", () -> provider.refund(reference, charge, terms));
    }

    @Override
    public Answer askRefund(UUID reference, Charge charge) {
        return guarded(Group.DISBURSEMENT, "ask-refund", () -> provider.askRefund(reference, charge));
    }

    @Override
    public Answer transfer(UUID reference, Payout order) {
        return guarded(Group.DISBURSEMENT, "transfer", () -> provider.transfer(reference, order));
    }

    @Override
    public Answer askTransfer(UUID reference) {
        return guarded(Group.DISBURSEMENT, "ask-transfer", () -> provider.askTransfer(reference));
    }

    /** One file a day needs no breaker; whoever wants it tries again. */
    @Override
    public List<StatementLine> statement(LocalDate day) {
        return provider.statement(day);
    }

    private Answer guarded(Group group, String operation, Supplier<Answer> call) {
        Timer.Sample sample = Timer.start(meters);
        Answer answer = answer(group, call);
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

    private Answer answer(Group group, Supplier<Answer> call) {
        try {
            return Objects.requireNonNull(guards.get(group)).get(call, Answer.class);
        } catch (CircuitBreakerOpenException e) {
            return new Answer.NotTried();
        } catch (ProviderUnavailableException e) {
            LOG.warnf("%s: %s", provider(), e.getMessage());
            return e.sent() ? new Answer.Unknown() : new Answer.NotTried();
        }
    }
}
