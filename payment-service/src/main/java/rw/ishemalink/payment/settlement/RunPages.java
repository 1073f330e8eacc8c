package rw.ishemalink.payment.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.settlement.store.RunStore;

/** The pages of runs: what a page does and how far it came commit together, under the run's lock. */
@ApplicationScoped
public class RunPages {

    private final RunStore runs;
    private final PartyPages parties;
    private final BookPages books;

    public RunPages(RunStore runs, PartyPages parties, BookPages books) {
        this.runs = runs;
        this.parties = parties;
        this.books = books;
    }

    /** Does the run's next page in the caller's transaction; nothing if it is finished, or somebody else is at it. */
    public void next(Handle sql, UUID runId) {
        runs.findRunningLocked(sql, runId).ifPresent(run -> {
            Progress progress =
                    switch (run.kind()) {
                        case OPERATOR_DRIVER -> parties.page(sql, run);
                        case TENANT -> books.page(sql, run);
                    };
            runs.advance(sql, runId, progress);
        });
    }
}
