package rw.ishemalink.compliance.mds;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.mds.store.MdsWriter;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Deletes positions that were kept long enough: where somebody drove is nobody's business for ever. */
@ApplicationScoped
class MdsRetention {

    private static final int AT_ONCE = 5_000;

    private final WorkLoop loop;

    MdsRetention(UnitOfWork unitOfWork, MdsWriter store, ComplianceConfig config) {
        this.loop = new WorkLoop(
                "mds-retention",
                config.mds().tidyEvery(),
                () -> unitOfWork.call(tx -> store.forget(tx.sql(), AT_ONCE)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
