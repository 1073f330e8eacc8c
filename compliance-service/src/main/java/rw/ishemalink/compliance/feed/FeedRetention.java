package rw.ishemalink.compliance.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.feed.store.FeedStore;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Deletes what was kept for five years; the database itself refuses to delete anything younger. */
@ApplicationScoped
class FeedRetention {

    private static final int AT_ONCE = 1_000;

    private final WorkLoop loop;

    FeedRetention(UnitOfWork unitOfWork, FeedStore store, ComplianceConfig config) {
        this.loop = new WorkLoop(
                "feed-retention",
                config.feeds().tidyEvery(),
                () -> unitOfWork.call(tx -> store.forget(tx.sql(), AT_ONCE)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
