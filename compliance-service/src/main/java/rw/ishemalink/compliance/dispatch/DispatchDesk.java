package rw.ishemalink.compliance.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.casefile.BookingStatus;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.dispatch.DispatchFacts.ReceiptFact;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceMemory;
import rw.ishemalink.compliance.licence.LicenceQuestion.Kind;
import rw.ishemalink.compliance.licence.LicenceRegister;
import rw.ishemalink.compliance.receipt.Receipts;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Decides dispatches: claim in one transaction, ask the register outside of any, decide and record in another. What changed
 * in between (another driver, a cancellation, news of the driver) is seen there, and the decision is made anew or not at all.
 */
@ApplicationScoped
class DispatchDesk {

    private final UnitOfWork unitOfWork;
    private final DispatchRequests requests;
    private final DriverRecords drivers;
    private final CaseFiles files;
    private final Receipts receipts;
    private final LicenceRegister register;
    private final LicenceMemory memory;
    private final Decisions decisions;
    private final RuraFeed feed;
    private final MeterRegistry meters;
    private final Duration localSignatureValidity;

    DispatchDesk(
            UnitOfWork unitOfWork,
            DispatchRequests requests,
            DriverRecords drivers,
            CaseFiles files,
            Receipts receipts,
            LicenceRegister register,
            LicenceMemory memory,
            Decisions decisions,
            RuraFeed feed,
            MeterRegistry meters,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.requests = requests;
        this.drivers = drivers;
        this.files = files;
        this.receipts = receipts;
        this.register = register;
        this.memory = memory;
        this.decisions = decisions;
        this.feed = feed;
        this.meters = meters;
        this.localSignatureValidity = config.localSignature().validity();
    }

    private record Claimed(DispatchRequest request, Optional<DriverRecord> driver, UUID token) {}

    /** Works on one request; false when none is due. */
    boolean step() {
        UUID token = UUID.randomUUID();
        Optional<Claimed> claimed = unitOfWork.call(tx -> requests.claim(tx.sql(), token)
                .map(request ->
                        new Claimed(request, drivers.find(tx.sql(), request.tenant(), request.driverId()), token)));
        claimed.ifPresent(this::decide);
        return claimed.isPresent();
    }

    private void decide(Claimed claimed) {
        Correlation.begin(claimed.request().correlationId());
        LicenceAnswers answers = LicenceAnswers.ask(register, claimed.request(), claimed.driver());
        unitOfWork.run(tx -> record(tx, claimed, answers));
    }

    private void record(Tx tx, Claimed claimed, LicenceAnswers answers) {
        DispatchRequest request = claimed.request();
        CaseFile file = files.getLocked(tx.sql(), request.bookingId());
        if (!requests.stillHolds(tx.sql(), request, claimed.token())) {
            return;
        }
        Optional<DriverRecord> driver = drivers.find(tx.sql(), request.tenant(), request.driverId());
        if (file.status() != BookingStatus.PAID || !driver.equals(claimed.driver())) {
            requests.release(tx.sql(), request);
            return;
        }
        LicenceAnswers settled =
                answers.settled((question, answer) -> memory.settle(tx.sql(), request.tenant(), question, answer));
        Decision decision = decision(facts(tx.sql(), request, driver, settled), request);
        publish(tx, file, request, driver, decision);
    }

    private void publish(
            Tx tx, CaseFile file, DispatchRequest request, Optional<DriverRecord> driver, Decision decision) {
        boolean waiting = decision.verdict() == Verdict.WAITING;
        if (!waiting || !request.toldToWait()) {
            decisions.add(tx, request, decision);
            meters.counter(
                            "ishema.compliance.dispatch.decisions",
                            "verdict",
                            decision.verdict().name())
                    .increment();
        }
        if (waiting) {
            requests.askAgainLater(tx.sql(), request);
            return;
        }
        requests.close(tx.sql(), request, decision.verdict());
        driver.ifPresent(known -> feed.publish(tx, file, request.vehiclePlate(), known, decision));
    }

    private static Decision decision(DispatchFacts facts, DispatchRequest request) {
        List<RuleResult> rules = RulesV1.apply(facts);
        return new Decision(
                TimeOrderedId.next(), request.driverId(), request.vehicleId(), Verdict.of(rules), rules, facts.now());
    }

    private DispatchFacts facts(
            Handle sql, DispatchRequest request, Optional<DriverRecord> driver, LicenceAnswers answers) {
        return new DispatchFacts(
                now(sql),
                receipts.findSale(sql, request.bookingId())
                        .map(receipt -> new ReceiptFact(receipt.isLocallySigned(), receipt.issuedAt())),
                localSignatureValidity,
                request.vehicleId(),
                request.vehiclePlate(),
                driver,
                answers.get(Kind.DRIVER_AUTHORISATION),
                answers.get(Kind.VEHICLE_AUTHORISATION),
                operator(request, driver, answers));
    }

    /** An operator that the driver's record does not name, or names only there, is not known yet. */
    private static Optional<LicenceAnswer> operator(
            DispatchRequest request, Optional<DriverRecord> driver, LicenceAnswers answers) {
        boolean agreed = driver.filter(request::namesOperatorOf).isPresent();
        if (!agreed) {
            return Optional.of(new LicenceAnswer.NoAnswer());
        }
        return request.operatorId() == null ? Optional.empty() : Optional.of(answers.get(Kind.OPERATOR_LICENCE));
    }

    private static Instant now(Handle sql) {
        return sql.createQuery("select now()").mapTo(OffsetDateTime.class).one().toInstant();
    }
}
