package rw.ishemalink.compliance.receipt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.compliance.work.WorkLoops;

/** Keeps receipts coming: official ones first, then signatures of our own for those that must wait, or word that they do. */
@ApplicationScoped
public class ReceiptLoop {

    private final WorkLoops official;
    private final WorkLoop local;

    ReceiptLoop(ReceiptDesk desk, LocalSigning signing, Standstill standstill, ComplianceConfig config) {
        this.official = new WorkLoops("receipts", config.vsdc().workers(), config.idlePause(), desk::step);
        this.local = new WorkLoop("local-signatures", config.idlePause(), () -> signing.step() || standstill.step());
    }

    void start(@Observes StartupEvent event) {
        official.start();
        local.start();
    }

    /** A receipt has just been asked for. */
    public void wake() {
        official.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        official.stop();
        local.stop();
    }
}
