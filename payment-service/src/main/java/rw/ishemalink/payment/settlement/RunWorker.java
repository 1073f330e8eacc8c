package rw.ishemalink.payment.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.settlement.store.RunStore;

/** Works on runs, a page in each transaction. Whoever dies leaves the run where the last page ended, for anybody to go on. */
@ApplicationScoped
public class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private final UnitOfWork unitOfWork;
    private final RunStore runs;
    private final RunPages pages;

    RunWorker(UnitOfWork unitOfWork, RunStore runs, RunPages pages) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.pages = pages;
    }

    /** Does one page of the oldest run that nobody is at; false when there is none. A run that fails waits a while. */
    public boolean step() {
        return unitOfWork
                .read(runs::findNext)
                .map(runId -> {
                    pageOrPutOff(runId);
                    return true;
                })
                .orElse(false);
    }

    private void pageOrPutOff(UUID runId) {
        try {
            unitOfWork.run(tx -> pages.next(tx.sql(), runId));
        } catch (RuntimeException e) {
            LOG.errorf(e, "settlement %s could not go on and is tried again", runId);
            unitOfWork.run(tx -> runs.putOff(tx.sql(), runId));
        }
    }
}
