package rw.ishemalink.payment.reconciling;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.Providers;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.config.ReconciliationConfig;
import rw.ishemalink.payment.reconciling.store.CaseStore;
import rw.ishemalink.payment.reconciling.store.OurBooks;
import rw.ishemalink.payment.reconciling.store.ProviderStatementStore;
import rw.ishemalink.payment.reconciling.store.RunStore;

/**
 * Compares days that are due: reads the statement outside of any transaction, keeps it, and goes through it page by page.
 * Whoever dies half-way leaves a claim that lapses; the next one begins again and finds the first pages done.
 */
@ApplicationScoped
public class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final MovementKey FIRST = new MovementKey(Kind.COLLECTION, "");

    private final UnitOfWork unitOfWork;
    private final RunStore runs;
    private final ProviderStatementStore statements;
    private final CaseStore cases;
    private final List<OurBooks> books;
    private final Examination examination;
    private final Providers providers;
    private final ReconciliationConfig config;

    Reconciler(
            UnitOfWork unitOfWork,
            RunStore runs,
            ProviderStatementStore statements,
            CaseStore cases,
            @All List<OurBooks> books,
            Examination examination,
            Providers providers,
            ReconciliationConfig config) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.statements = statements;
        this.cases = cases;
        this.books = books;
        this.examination = examination;
        this.providers = providers;
        this.config = config;
    }

    /** Takes up one day that is due; false when there is none. */
    public boolean runNext() {
        Optional<Run> due = unitOfWork.call(tx -> runs.claim(tx.sql(), config.claimFor()));
        due.ifPresent(this::run);
        return due.isPresent();
    }

    private void run(Run run) {
        try {
            compare(run);
            unitOfWork.run(tx -> runs.finish(tx.sql(), run, config.answerWithin()));
        } catch (ProviderUnavailableException e) {
            LOG.warnf("%s of %s is not compared yet: %s", run.day(), run.provider(), e.getMessage());
            fail(run, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of %s could not be compared", run.day(), run.provider());
            fail(run, "our own failure, see the log");
        }
    }

    private void fail(Run run, String problem) {
        unitOfWork.run(tx -> runs.fail(tx.sql(), run, problem, config.retryAfter()));
    }

    private void compare(Run run) {
        if (run.status() == Run.Status.DUE) {
            read(run);
        }
        namedByTheStatement(run);
        pages(run, sql -> cases.listOpenKeys(sql, run.provider()));
        pages(run, sql -> unnamed(sql, run));
    }

    private void read(Run run) {
        List<StatementLine> lines =
                StatementCheck.checked(providers.get(run.provider()).statement(run.day()));
        byte[] digest = StatementCheck.digest(lines);
        unitOfWork.run(tx -> {
            runs.hold(tx.sql(), run, config.claimFor());
            statements.save(tx.sql(), run.provider(), run.day(), digest, lines);
            runs.setLines(tx.sql(), run, lines.size());
        });
    }

    private void namedByTheStatement(Run run) {
        MovementKey after = FIRST;
        while (true) {
            MovementKey last = after;
            List<MovementKey> keys = unitOfWork.read(
                    sql -> statements.listKeys(sql, run.provider(), run.day(), last, config.pageSize()));
            if (keys.isEmpty()) {
                return;
            }
            page(run, keys);
            after = keys.getLast();
        }
    }

    /** What was booked about that day and no statement names; most of them are on the next day's. */
    private List<MovementKey> unnamed(Handle sql, Run run) {
        Instant since = Days.begin(run.day()).minus(config.grace());
        Instant before = Days.begin(run.day().plusDays(1)).plus(config.grace());
        return books.stream()
                .flatMap(kind -> kind.listUnnamed(sql, run.provider(), since, before).stream())
                .distinct()
                .toList();
    }

    private void pages(Run run, Function<Handle, List<MovementKey>> list) {
        List<MovementKey> keys = unitOfWork.read(list);
        for (int from = 0; from < keys.size(); from += config.pageSize()) {
            page(run, keys.subList(from, Math.min(from + config.pageSize(), keys.size())));
        }
    }

    private void page(Run run, List<MovementKey> keys) {
        unitOfWork.run(tx -> {
            runs.hold(tx.sql(), run, config.claimFor());
            examination.page(tx.sql(), run, keys);
        });
    }
}
