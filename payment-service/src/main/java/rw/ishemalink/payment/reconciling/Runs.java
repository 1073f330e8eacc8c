package rw.ishemalink.payment.reconciling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.store.RunStore;

/** What people can do to the comparison of days. */
@ApplicationScoped
public class Runs {

    private final UnitOfWork unitOfWork;
    private final RunStore runs;
    private final ReconciliationTimer timer;

    Runs(UnitOfWork unitOfWork, RunStore runs, ReconciliationTimer timer) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.timer = timer;
    }

    /**
     * Has a day compared at once: for the first time, again, or without waiting for a further try or for answers.
     *
     * @throws ProblemException 400 when the day is not over
     */
    public Run request(Provider provider, LocalDate day, UUID person) {
        Run run = unitOfWork
                .call(tx -> runs.request(tx.sql(), provider, day, person))
                .orElseThrow(() -> ProblemException.badRequest("day-not-over", day.toString()));
        timer.wake();
        return run;
    }

    /**
     * The run of that day.
     *
     * @throws ProblemException 404 when there is none
     */
    public Run get(Provider provider, LocalDate day) {
        return unitOfWork
                .read(sql -> runs.find(sql, provider, day))
                .orElseThrow(() -> ProblemException.notFound("no-reconciliation"));
    }

    /** Runs before that one, newest day first. */
    public List<Run> list(Optional<Provider> provider, Optional<RunKey> before, int limit) {
        return unitOfWork.read(sql -> runs.list(sql, provider, before, limit));
    }
}
