package rw.ishemalink.compliance.driver;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.dispatch.DriverRecord;
import rw.ishemalink.compliance.dispatch.DriverRecords;
import rw.ishemalink.compliance.dispatch.LicenceAnswers;
import rw.ishemalink.compliance.dispatch.RuleBook;
import rw.ishemalink.compliance.dispatch.RulesInForce;
import rw.ishemalink.compliance.dispatch.Subject;
import rw.ishemalink.compliance.driver.CheckJob.Checked;
import rw.ishemalink.compliance.driver.store.DriverCheckStore;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceRegister;
import rw.ishemalink.compliance.licence.LicenceSweep;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Looks at drivers' papers a page at a time: claim in one transaction, ask the register outside of any, judge and tell in
 * another. Who was wished otherwise meanwhile is left out and looked at anew.
 */
@ApplicationScoped
class DriverCheckDesk {

    private final UnitOfWork unitOfWork;
    private final DriverCheckStore store;
    private final DriverRecords drivers;
    private final LicenceRegister register;
    private final LicenceWords words;
    private final LicenceSweep sweep;
    private final LicenceClock clock;
    private final DriverCheckEvents events;
    private final RuleBook rules;
    private final MeterRegistry meters;
    private final Set<LicenceKind> kept;
    private final Duration pageTime;

    DriverCheckDesk(
            UnitOfWork unitOfWork,
            DriverCheckStore store,
            DriverRecords drivers,
            LicenceRegister register,
            LicenceWords words,
            LicenceSweep sweep,
            LicenceClock clock,
            DriverCheckEvents events,
            RulesInForce rules,
            MeterRegistry meters,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.drivers = drivers;
        this.register = register;
        this.words = words;
        this.sweep = sweep;
        this.clock = clock;
        this.events = events;
        this.rules = rules.book();
        this.meters = meters;
        this.kept = Set.copyOf(config.rura().kinds());
        this.pageTime = config.drivers().pageTime();
    }

    /** A driver with what the register said. */
    private record Asked(DriverRecord driver, Subject subject, LicenceAnswers answers) {}

    /** Looks at the papers that are due longest; false when none are. */
    boolean step() {
        UUID token = UUID.randomUUID();
        Map<UUID, DriverRecord> page = unitOfWork.call(tx -> drivers.list(tx.sql(), store.claim(tx.sql(), token)));
        if (page.isEmpty()) {
            return false;
        }
        List<Asked> asked = ask(List.copyOf(page.values()));
        unitOfWork.run(tx -> tell(tx, token, asked));
        if (asked.size() < page.size()) {
            unitOfWork.run(tx -> store.release(tx.sql(), List.copyOf(page.keySet()), token));
        }
        return true;
    }

    /** As many as the register answers in the time of a page. */
    private List<Asked> ask(List<DriverRecord> page) {
        long began = System.nanoTime();
        Set<LicenceKind> kinds = rules.on(LicenceClock.dayOf(clock.now())).asks();
        List<Asked> asked = new ArrayList<>();
        for (DriverRecord driver : page) {
            if (!asked.isEmpty() && System.nanoTime() - began > pageTime.toNanos()) {
                break;
            }
            Subject subject = subject(driver);
            asked.add(new Asked(
                    driver, subject, LicenceAnswers.ask(register, subject, Optional.of(driver), kinds, kept)));
        }
        return asked;
    }

    private void tell(Tx tx, UUID token, List<Asked> asked) {
        Instant now = clock.now();
        List<Said> said =
                asked.stream().flatMap(one -> one.answers().said(one.subject())).toList();
        // Licences first: whoever tells of them comes to the drivers' rows after them, too.
        if (!words.say(tx.sql(), said, Behind.register(now)).isEmpty()) {
            tx.afterCommit(sweep::wake);
        }
        Map<UUID, Asked> byDriver =
                asked.stream().collect(Collectors.toMap(one -> one.driver().driverId(), Function.identity()));
        List<Checked> checked = store.hold(tx.sql(), List.copyOf(byDriver.keySet()), token).stream()
                .map(job -> check(tx.sql(), job, Objects.requireNonNull(byDriver.get(job.driverId())), now))
                .toList();
        if (!checked.isEmpty()) {
            store.record(tx.sql(), checked, now);
        }
        checked.stream().filter(Checked::news).forEach(one -> {
            events.publish(tx, one);
            count(one);
        });
    }

    private Checked check(Handle sql, CheckJob job, Asked asked, Instant now) {
        LicenceAnswers settled =
                asked.answers().settled((question, answer) -> words.settle(sql, job.tenant(), question, answer, now));
        PapersAnswer answer = DriverRules.judge(rules.on(LicenceClock.dayOf(now)), asked.driver(), settled, now);
        return job.with(answer, asked.driver().sequence());
    }

    private void count(Checked checked) {
        meters.counter(
                        "ishema.compliance.driver.checks",
                        "verdict",
                        checked.answer().verdict().name())
                .increment();
    }

    private static Subject subject(DriverRecord driver) {
        return new Subject(
                driver.tenant(),
                driver.driverId(),
                driver.vehicleId(),
                Objects.requireNonNull(driver.vehiclePlate(), "a driver was claimed whose plate is not known"),
                driver.operatorId());
    }
}
