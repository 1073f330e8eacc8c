package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.dispatch.Page.Asked;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceRegister;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Decides dispatches a page at a time: claim in one transaction, ask the register outside of any, decide and record all in
 * another. What changed in between (another driver, a cancellation, news of the driver) is seen there, and the decision is
 * made anew or not at all.
 */
@ApplicationScoped
class DispatchDesk {

    private final UnitOfWork unitOfWork;
    private final DispatchRequests requests;
    private final DriverRecords drivers;
    private final LicenceRegister register;
    private final DispatchRecord record;
    private final Duration pageTime;
    private final RuleBook rules;
    private final Set<LicenceKind> kept;

    DispatchDesk(
            UnitOfWork unitOfWork,
            DispatchRequests requests,
            DriverRecords drivers,
            LicenceRegister register,
            DispatchRecord record,
            RulesInForce rules,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.requests = requests;
        this.drivers = drivers;
        this.register = register;
        this.record = record;
        this.pageTime = config.dispatch().pageTime();
        this.rules = rules.book();
        this.kept = Set.copyOf(config.rura().kinds());
    }

    /** Works on the requests that are due longest; false when none is. */
    boolean step() {
        UUID token = UUID.randomUUID();
        Page page = unitOfWork.call(tx -> {
            List<DispatchRequest> claimed = requests.claim(tx.sql(), token);
            return new Page(token, claimed, drivers.list(tx.sql(), Page.driverIds(claimed)));
        });
        if (page.requests().isEmpty()) {
            return false;
        }
        List<Asked> asked = ask(page);
        List<UUID> decided = unitOfWork.call(tx -> record.decide(tx, page, asked));
        List<DispatchRequest> rest = page.requests().stream()
                .filter(request -> !decided.contains(request.requestId()))
                .toList();
        if (!rest.isEmpty()) {
            // On its own: while it waits for a request that changes just now, it holds nothing that others wait for.
            unitOfWork.run(tx -> requests.release(tx.sql(), rest, token));
        }
        return true;
    }

    /** As many as the register answers in the time of a page. */
    private List<Asked> ask(Page page) {
        long began = System.nanoTime();
        List<Asked> asked = new ArrayList<>();
        // The set in force when it is decided may be the next one: what was not asked for it is unknown, and asked
        // then.
        Set<LicenceKind> kinds = rules.on(LicenceClock.dayOf(Instant.now())).asks();
        for (DispatchRequest request : page.requests()) {
            if (!asked.isEmpty() && System.nanoTime() - began > pageTime.toNanos()) {
                break;
            }
            Correlation.begin(request.correlationId());
            Optional<DriverRecord> driver = page.findDriver(request);
            asked.add(new Asked(request, driver, LicenceAnswers.ask(register, request.subject(), driver, kinds, kept)));
        }
        return asked;
    }
}
