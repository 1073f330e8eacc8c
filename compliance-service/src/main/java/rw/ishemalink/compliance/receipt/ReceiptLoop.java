package rw.ishemalink.compliance.receipt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.work.WorkLoop;

/** Keeps receipts coming: official ones first, then signatures of our own for those that must wait. */
@ApplicationScoped
class ReceiptLoop {

    private final WorkLoop official;
    private final WorkLoop local;

    ReceiptLoop(ReceiptDesk desk, LocalSigning signing, ComplianceConfig config) {
        this.official = new WorkLoop("receipts", config.idlePause(), desk::step);
        this.local = new WorkLoop("local-signatures", config.idlePause(), signing::step);
    }

    void start(@Observes StartupEvent event) {
        official.start();
        local.start();
    }

    void stop(@Observes ShutdownEvent event) {
        official.stop();
        local.stop();
    }
}
