package rw.ishemalink.payment.settlement;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.conflict;
import static rw.ishemalink.kit.problem.ProblemException.notFound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.reads.Reads;
import rw.ishemalink.payment.payees.PayeeAccess;
import rw.ishemalink.payment.settlement.Opening.Opened;
import rw.ishemalink.payment.settlement.store.ItemStore;
import rw.ishemalink.payment.settlement.store.ItemStore.Whose;
import rw.ishemalink.payment.settlement.store.RunStore;

/** What people can do with settlements. A driver or an operator sees the runs with a line of their own, and that line only. */
@ApplicationScoped
public class Settlements {

    /** A run and its lines added up, of those that the caller may see. */
    public record Seen(Run run, Totals totals) {}

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final Opening opening;
    private final RunStore runs;
    private final ItemStore items;
    private final BookPages books;
    private final SettlementTimer timer;

    Settlements(
            UnitOfWork unitOfWork,
            Reads reads,
            Opening opening,
            RunStore runs,
            ItemStore items,
            BookPages books,
            SettlementTimer timer) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.opening = opening;
        this.runs = runs;
        this.items = items;
        this.books = books;
        this.timer = timer;
    }

    /**
     * The run of a day of the caller's tenant, which there is once.
     *
     * @throws ProblemException 400 when the day is not over
     */
    public Opened open(Caller caller, RunKind kind, LocalDate day) {
        Opened opened = unitOfWork
                .call(tx -> opening.open(tx.sql(), caller.tenant(), kind, day, caller.personId()))
                .orElseThrow(() -> badRequest("day-not-over", day.toString()));
        timer.wake();
        return opened;
    }

    /** Runs that the caller may see, newest first, those before that number. */
    public List<Run> list(Caller caller, long before, int limit) {
        return reads.read(sql -> runs.list(sql, caller.tenant(), whose(caller), before, limit));
    }

    /**
     * A run.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    public Seen get(Caller caller, UUID runId) {
        return unitOfWork.read(sql -> {
            Run run =
                    runs.find(sql, caller.tenant(), whose(caller), runId).orElseThrow(() -> notFound("no-settlement"));
            return new Seen(run, items.totals(sql, runId, whose(caller)));
        });
    }

    /**
     * A run that is finished.
     *
     * @throws ProblemException 404 when there is none that the caller may see, 409 when it is not finished
     */
    public Seen getFinished(Caller caller, UUID runId) {
        Seen seen = get(caller, runId);
        if (!seen.run().done()) {
            throw conflict("settlement-running");
        }
        return seen;
    }

    /** The caller's lines of a run after that account number. */
    public List<Item> items(Caller caller, Run run, long after, int limit) {
        Optional<Whose> whose = whose(caller);
        return unitOfWork.read(sql -> items.list(sql, run.runId(), whose, after, limit));
    }

    /** The statement of a run's day. */
    public DayBooks books(Run run) {
        return unitOfWork.read(sql -> books.statement(sql, run));
    }

    private static Optional<Whose> whose(Caller caller) {
        return PayeeAccess.seesAll(caller)
                ? Optional.empty()
                : Optional.of(new Whose(PayeeAccess.findDriver(caller), PayeeAccess.findOperator(caller)));
    }
}
