package rw.ishemalink.compliance.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.BookingStatus;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.dispatch.Decisions.Decided;
import rw.ishemalink.compliance.dispatch.DispatchFacts.ReceiptFact;
import rw.ishemalink.compliance.dispatch.Page.Asked;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceSweep;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.Receipts;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;

/** Decides a page on the facts of one moment and writes all down in one transaction, each kind of row in one statement. */
@ApplicationScoped
class DispatchRecord {

    private final DispatchRequests requests;
    private final DriverRecords drivers;
    private final CaseFiles files;
    private final Receipts receipts;
    private final LicenceWords words;
    private final LicenceSweep sweep;
    private final RuleBook rules;
    private final Decisions decisions;
    private final RuraFeed feed;
    private final MeterRegistry meters;
    private final Duration localSignatureValidity;

    DispatchRecord(
            DispatchRequests requests,
            DriverRecords drivers,
            CaseFiles files,
            Receipts receipts,
            LicenceWords words,
            LicenceSweep sweep,
            RulesInForce rules,
            Decisions decisions,
            RuraFeed feed,
            MeterRegistry meters,
            ComplianceConfig config) {
        this.requests = requests;
        this.drivers = drivers;
        this.files = files;
        this.receipts = receipts;
        this.words = words;
        this.sweep = sweep;
        this.rules = rules.book();
        this.decisions = decisions;
        this.feed = feed;
        this.meters = meters;
        this.localSignatureValidity = config.localSignature().validity();
    }

    /** Decides those whose facts still are what they were when the register was asked; answers with their ids. */
    List<UUID> decide(Tx tx, Page page, List<Asked> asked) {
        List<UUID> bookings =
                asked.stream().map(one -> one.request().bookingId()).toList();
        Map<UUID, CaseFile> free = files.listFree(tx.sql(), bookings);
        List<Asked> sure = listUnchanged(tx.sql(), page, asked, free);
        if (sure.isEmpty()) {
            return List.of();
        }
        Instant now = now(tx.sql());
        keepAnswers(tx, sure, now);
        Map<UUID, FiscalReceiptRow> sales = receipts.listSales(tx.sql(), bookings);
        List<Decided> decided = new ArrayList<>();
        for (Asked one : sure) {
            Optional<FiscalReceiptRow> receipt =
                    Optional.ofNullable(sales.get(one.request().bookingId()));
            boolean abroad = isAbroad(free.get(one.request().bookingId()));
            decided.add(
                    new Decided(one.request(), decision(facts(tx.sql(), now, receipt, abroad, one), one.request())));
        }
        write(tx, decided);
        tellRura(tx, sure, decided, free);
        return sure.stream().map(one -> one.request().requestId()).toList();
    }

    private void keepAnswers(Tx tx, List<Asked> sure, Instant now) {
        List<Said> said = sure.stream()
                .flatMap(one -> one.answers().said(one.request().subject()))
                .toList();
        if (!words.say(tx.sql(), said, Behind.register(now)).isEmpty()) {
            tx.afterCommit(sweep::wake);
        }
    }

    private static boolean isAbroad(@Nullable CaseFile file) {
        return file != null && file.kind() == BookingKind.CARGO_INTERNATIONAL;
    }

    private List<Asked> listUnchanged(Handle sql, Page page, List<Asked> asked, Map<UUID, CaseFile> free) {
        List<Asked> paid = asked.stream()
                .filter(one -> Optional.ofNullable(free.get(one.request().bookingId()))
                        .filter(file -> file.status() == BookingStatus.PAID)
                        .isPresent())
                .toList();
        List<DispatchRequest> wanted = paid.stream().map(Asked::request).toList();
        Set<UUID> held = requests.listHeld(sql, wanted, page.token());
        Page now = new Page(page.token(), wanted, drivers.list(sql, Page.driverIds(wanted)));
        return paid.stream()
                .filter(one -> held.contains(one.request().requestId()))
                .filter(one -> now.findDriver(one.request()).equals(one.driver()))
                .toList();
    }

    private void write(Tx tx, List<Decided> decided) {
        List<Decided> news = decided.stream()
                .filter(one -> !one.isWaiting() || !one.request().toldToWait())
                .toList();
        decisions.add(tx, news);
        news.forEach(one -> meters.counter(
                        "ishema.compliance.dispatch.decisions",
                        "verdict",
                        one.decision().verdict().name())
                .increment());
        decided.stream().filter(Decided::isWaiting).forEach(one -> requests.askAgainLater(tx.sql(), one.request()));
        close(tx.sql(), decided, Verdict.CLEARED);
        close(tx.sql(), decided, Verdict.REFUSED);
    }

    private void close(Handle sql, List<Decided> decided, Verdict verdict) {
        List<DispatchRequest> closed = decided.stream()
                .filter(one -> one.decision().verdict() == verdict)
                .map(Decided::request)
                .toList();
        if (!closed.isEmpty()) {
            requests.close(sql, closed, verdict);
        }
    }

    private void tellRura(Tx tx, List<Asked> asked, List<Decided> decided, Map<UUID, CaseFile> files) {
        for (int i = 0; i < decided.size(); i++) {
            DispatchRequest request = decided.get(i).request();
            Decision decision = decided.get(i).decision();
            CaseFile file = files.get(request.bookingId());
            Optional<DriverRecord> driver = asked.get(i).driver();
            if (file != null && driver.isPresent() && !decided.get(i).isWaiting()) {
                feed.publish(tx, file, request.vehiclePlate(), driver.get(), decision);
            }
        }
    }

    private Decision decision(DispatchFacts facts, DispatchRequest request) {
        RuleSet inForce = rules.on(facts.today());
        List<RuleResult> results = inForce.apply(facts);
        return new Decision(
                TimeOrderedId.next(),
                request.driverId(),
                request.vehicleId(),
                Verdict.of(results),
                inForce.version(),
                results,
                inForce.findLastDay(facts).orElse(null),
                facts.now());
    }

    private DispatchFacts facts(
            Handle sql, Instant now, Optional<FiscalReceiptRow> receipt, boolean abroad, Asked asked) {
        DispatchRequest request = asked.request();
        LicenceAnswers answers = asked.answers()
                .settled((question, answer) -> words.settle(sql, request.tenant(), question, answer, now));
        return new DispatchFacts(
                now,
                receipt.map(found -> new ReceiptFact(found.isLocallySigned(), found.issuedAt())),
                localSignatureValidity,
                request.vehicleId(),
                request.vehiclePlate(),
                abroad,
                asked.driver(),
                answers.get(LicenceKind.DRIVER_AUTHORISATION),
                answers.get(LicenceKind.VEHICLE_AUTHORISATION),
                operator(request, asked.driver(), answers),
                answers.get(LicenceKind.DRIVING_LICENCE),
                answers.get(LicenceKind.VEHICLE_INSPECTION),
                answers.get(LicenceKind.INSURANCE));
    }

    /** An operator that the driver's record does not name, or names only there, is not known yet. */
    private static Optional<LicenceAnswer> operator(
            DispatchRequest request, Optional<DriverRecord> driver, LicenceAnswers answers) {
        boolean agreed = driver.filter(request::namesOperatorOf).isPresent();
        if (!agreed) {
            return Optional.of(new LicenceAnswer.NoAnswer());
        }
        return request.operatorId() == null ? Optional.empty() : Optional.of(answers.get(LicenceKind.OPERATOR_LICENCE));
    }

    private static Instant now(Handle sql) {
        return sql.createQuery("select now()").mapTo(OffsetDateTime.class).one().toInstant();
    }
}
